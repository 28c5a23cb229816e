import { DateBox } from "@/components/form/dates/date-box";
import { Glyph } from "@/components/ui/marks/glyph";
import { Choice } from "@/components/ui/ledger/choice";
import { describedBy, LabelledField } from "@/components/ui/field";
import { buttonLook } from "@/components/ui/looks";
import { instantIn } from "@/lib/domain/base/moment";
import { translator } from "@/lib/i18n/translator";
import { actionChoices } from "./actions";
import type { AuditView } from "./view";

const t = translator("audit");
const ui = translator("ui");

/** The text boxes, which show errors of their own. */
export const TYPED = ["actor", "record", "from", "to"] as const;

/** A plain form: its values are the address of the view. */
export function SearchForm({ view, wrong }: { view: AuditView; wrong: ReadonlyMap<string, string> }) {
  const box = (name: (typeof TYPED)[number], hint?: string) => (
    <LabelledField
      id={`log-${name}`}
      label={t(`search.${name}`)}
      hint={hint}
      error={wrong.get(name)}
      errorPrefix={ui("errorPrefix")}
    >
      <input
        className="input"
        id={`log-${name}`}
        name={name}
        maxLength={254}
        defaultValue={view[name] ?? ""}
        {...describedBy(`log-${name}`, { hint, error: wrong.get(name) })}
      />
    </LabelledField>
  );
  // An instant can only come from the address, and stays as it is.
  const day = (name: "from" | "to") =>
    instantIn(view[name] ?? "") === null ? (
      <DateBox
        className="field"
        id={`log-${name}`}
        name={name}
        label={t(`search.${name}`)}
        value={view[name] ?? ""}
        error={wrong.get(name)}
        errorPrefix={ui("errorPrefix")}
      />
    ) : (
      box(name)
    );
  return (
    <details className="relative flex min-h-11 items-center max-md:static print:hidden" open={wrong.size > 0}>
      <summary className={buttonLook()}>
        <Glyph name="search" /> {t("search.label")}
      </summary>
      <form
        className="logf absolute z-7 mt-1 w-160 rounded-sm border border-rule-strong bg-surface p-4 max-md:inset-x-(--gutter) max-md:w-auto grid items-end grid-cols-2 gap-y-0 gap-x-4"
        action="/audit"
        role="search"
        aria-label={t("search.label")}
      >
        {box("actor", t("search.actorHint"))}
        {box("record", t("search.recordHint"))}
        <div className="field">
          <span className="field-label" aria-hidden="true">
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
        {day("from")}
        {day("to")}
        <button className={buttonLook("justify-self-start min-h-10")}>{t("search.submit")}</button>
      </form>
    </details>
  );
}
