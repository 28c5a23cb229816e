import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { accessHref, hasAccessLogFilter, WHOLE_ACCESS_LOG, type AccessView } from "./view";

const t = translator("access");

export function AccessLogSummary({
  view,
  total,
  capped,
}: {
  view: AccessView;
  total: number;
  capped: boolean;
}) {
  const narrowed = hasAccessLogFilter(view);
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
          <a href={accessHref(WHOLE_ACCESS_LOG)}>{t("filter.clear")}</a>
        </>
      ) : null}
    </p>
  );
}

/** Nothing noted yet, or nothing that fits the view. */
export function NoAccesses({ view }: { view: AccessView }) {
  const state = hasAccessLogFilter(view) ? "filtered" : "first";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
    </div>
  );
}
