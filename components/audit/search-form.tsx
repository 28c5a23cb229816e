import { Choice } from "@/components/ui/choice";
import { ErrorSummary } from "@/components/ui/error-summary";
import { describedBy, Field } from "@/components/ui/field";
import { isDay } from "@/lib/domain/day";
import type { FieldError } from "@/lib/domain/refusal";
import { fieldErrorWords } from "@/lib/i18n/refusal-words";
import { translator } from "@/lib/i18n/translator";
import { actionChoices } from "./actions";
import type { AuditView } from "./view";

const t = translator("audit");
const ui = translator("ui");

/** The boxes that somebody types into: what is wrong with one of them is said at it. */
export const TYPED = ["actor", "record", "from", "to"] as const;

/** A plain form: its values are the address of the view. */
export function SearchForm({ view, errors = [] }: { view: AuditView; errors?: readonly FieldError[] }) {
  const said = new Map(errors.map((error) => [error.path, fieldErrorWords(error)]));
  const box = (name: (typeof TYPED)[number], type: "text" | "date", hint?: string) => (
    <Field
      id={`log-${name}`}
      label={t(`search.${name}`)}
      hint={hint}
      error={said.get(name)}
      errorPrefix={ui("errorPrefix")}
    >
      <input
        className="input"
        id={`log-${name}`}
        name={name}
        type={type}
        maxLength={254}
        defaultValue={view[name] ?? ""}
        {...describedBy(`log-${name}`, { hint, error: said.get(name) })}
      />
    </Field>
  );
  // An instant came by the address: it stays what it is.
  const moment = (name: "from" | "to") =>
    box(name, view[name] === null || isDay(view[name]) ? "date" : "text");
  return (
    <form className="logf" action="/audit" role="search" aria-label={t("search.label")}>
      {box("actor", "text", t("search.actorHint"))}
      {box("record", "text", t("search.recordHint"))}
      <div className="field">
        <span className="lab" aria-hidden="true">
          {t("search.action")}
        </span>
        <Choice
          name="action"
          label={t("search.action")}
          all={t("search.anything")}
          chosen={view.action}
          options={actionChoices()}
        />
      </div>
      {moment("from")}
      {moment("to")}
      <button className="btn">{t("search.submit")}</button>
    </form>
  );
}

/** At the top of the page, with the way to each box. */
export function Mistyped({ errors }: { errors: readonly FieldError[] }) {
  return (
    <ErrorSummary
      title={ui("problem")}
      errors={errors.map((error) => ({ field: `log-${error.path}`, message: fieldErrorWords(error) }))}
      attempt={1}
    />
  );
}
