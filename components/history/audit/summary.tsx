import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { auditHref, hasLogFilter, WHOLE_LOG, type AuditView } from "./view";

const t = translator("audit");

export function LogSummary({ view, total, capped }: { view: AuditView; total: number; capped: boolean }) {
  const narrowed = hasLogFilter(view);
  return (
    <p className="muted">
      {t("total", {
        capped: String(capped),
        total: numberInWords(total),
        count: total,
        narrowed: String(narrowed),
      })}
      {narrowed ? (
        <>
          {" · "}
          <a href={auditHref(WHOLE_LOG)}>{t("clear")}</a>
        </>
      ) : null}
    </p>
  );
}

/** The log is empty, or nothing fits the search. */
export function NoLogEntries({ view }: { view: AuditView }) {
  const state = hasLogFilter(view) ? "filtered" : "first";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
    </div>
  );
}
