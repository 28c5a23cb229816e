import { describedBy, LabelledField } from "@/components/ui/field";
import { buttonLook } from "@/components/ui/looks";
import { LONGEST_RECORD_KEY } from "@/lib/domain/oversight/record-key";
import { translator } from "@/lib/i18n/translator";

const t = translator("findings");

/** Asks which record it is about. A plain form: its value is the address of the next page. */
export function AboutForm({ typed }: { typed: string | null }) {
  const error = typed === null ? undefined : t("about.unknown", { typed });
  const hint = t("about.hint");
  return (
    <form action="/findings/new" className="max-w-3xl">
      <p className="mb-4">{t("about.lead")}</p>
      <LabelledField
        id="about"
        label={t("about.label")}
        hint={hint}
        error={error}
        errorPrefix={translator("form")("errorPrefix")}
      >
        <input
          id="about"
          name="about"
          className="input"
          maxLength={LONGEST_RECORD_KEY}
          defaultValue={typed ?? ""}
          {...describedBy("about", { hint, error })}
        />
      </LabelledField>
      <div className="form-end max-md:flex-col">
        <button className={buttonLook("primary large")}>{t("about.go")}</button>
      </div>
    </form>
  );
}
