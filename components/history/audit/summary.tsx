import { numberWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { auditHref, isNarrowed, WHOLE, type AuditView } from "./view";

const t = translator("audit");

export function Summary({ view, total, capped }: { view: AuditView; total: number; capped: boolean }) {
  const narrowed = isNarrowed(view);
  return (
    <p className="muted">
      {t("total", {
        capped: String(capped),
        total: numberWords(total),
        count: total,
        narrowed: String(narrowed),
      })}
      {narrowed ? (
        <>
          {" · "}
          <a href={auditHref(WHOLE)}>{t("clear")}</a>
        </>
      ) : null}
    </p>
  );
}

/** No row: nothing happened yet, or nothing that fits the search. */
export function Nothing({ view }: { view: AuditView }) {
  const state = isNarrowed(view) ? "filtered" : "first";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
    </div>
  );
}
