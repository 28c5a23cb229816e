import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { ErrorTitle } from "@/components/ui/errors/error-title";
import { describedBy, fieldLabel, LabelledField } from "@/components/ui/field";
import { buttonLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";

interface Props {
  /** The address of the next page, which the value completes. */
  action: string;
  title: string;
  lead: string;
  label: string;
  hint: string;
  submit: string;
  typed: string | null;
  error: string | null;
  longest: number;
}

/** Asks what a question or a finding is about. A plain form, so the page is loaded with its error. */
export function StartForm({ action, title, lead, label, hint, submit, typed, error, longest }: Props) {
  const ui = translator("ui");
  const errorPrefix = ui("errorPrefix");
  const described = { hint, error: error ?? undefined };
  return (
    <>
      {error === null ? null : (
        <>
          <ErrorTitle prefix={errorPrefix} title={title} />
          <ErrorSummary title={ui("problem")} errors={[{ field: "about", message: error }]} attempt={0} />
        </>
      )}
      <form action={action} className="max-w-3xl">
        <p className="mb-4">{lead}</p>
        <LabelledField id="about" label={label} {...described} errorPrefix={errorPrefix} required>
          <input
            id="about"
            name="about"
            className="input"
            maxLength={longest}
            defaultValue={typed ?? ""}
            {...describedBy("about", described)}
            {...fieldLabel(true)}
          />
        </LabelledField>
        <div className="form-end max-md:flex-col">
          <button className={buttonLook("primary large")}>{submit}</button>
        </div>
      </form>
    </>
  );
}
