import { describedBy, LabelledField } from "@/components/ui/field";
import { buttonLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";

const t = translator("questions");

/** Asks what it is about. A plain form: its value is the address of the next page. */
export function StartForm({ typed, error }: { typed: string | null; error: string | null }) {
  const hint = t("start.hint");
  const described = { hint, error: error ?? undefined };
  return (
    <form action="/questions/new" className="max-w-3xl">
      <p className="mb-4">{t("start.lead")}</p>
      <LabelledField
        id="about"
        label={t("start.label")}
        {...described}
        errorPrefix={translator("form")("errorPrefix")}
      >
        <input
          id="about"
          name="about"
          className="input"
          maxLength={20}
          defaultValue={typed ?? ""}
          {...describedBy("about", described)}
        />
      </LabelledField>
      <div className="form-end max-md:flex-col">
        <button className={buttonLook("primary large")}>{t("start.go")}</button>
      </div>
    </form>
  );
}
