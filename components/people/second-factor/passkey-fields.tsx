import { describedBy, LabelledField } from "@/components/ui/field";
import { translator } from "@/lib/i18n/translator";
import { PasskeyButton } from "./passkey-button";
import { passkeyWords } from "./passkey-words";

const t = translator("second-factor");
const ui = translator("ui");

interface Props {
  /** In a session, or before there is one. */
  use: "add" | "set-up";
  label: string;
  look?: string;
  error: string | undefined;
}

/** A name for a new passkey, and the button that makes it: parts of a form. */
export function PasskeyFields({ use, label, look, error }: Props) {
  const hint = t("passkey.nameHint");
  return (
    <>
      <LabelledField id="passkey-name" label={t("passkey.name")} hint={hint} errorPrefix={ui("errorPrefix")}>
        <input
          className="input"
          id="passkey-name"
          name="name"
          defaultValue={t("passkey.word")}
          maxLength={80}
          autoComplete="off"
          {...describedBy("passkey-name", { hint })}
        />
      </LabelledField>
      <PasskeyButton id="passkey" words={passkeyWords()} {...{ use, label, error }} look={look ?? ""} />
    </>
  );
}
