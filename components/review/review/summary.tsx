import { asOfHref } from "@/components/ui/address/kept";
import { numberWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { isNarrowed, queueHref, tabOf, widened, type ReviewView } from "./view";

const t = translator("review");

export function Summary({ view, total, capped }: { view: ReviewView; total: number; capped: boolean }) {
  const narrowed = isNarrowed(view);
  return (
    <p className="muted">
      {t("total", {
        capped: String(capped),
        total: numberWords(total),
        count: total,
        status: tabOf(view),
        narrowed: String(narrowed),
      })}
      {narrowed ? (
        <>
          {" · "}
          <a href={asOfHref(queueHref(widened(view)))}>{t("filter.clear")}</a>
        </>
      ) : null}
    </p>
  );
}

/** No row: nothing waits, or none that fits the view. */
export function Nothing({ view }: { view: ReviewView }) {
  const state = isNarrowed(view) ? "filtered" : tabOf(view);
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
    </div>
  );
}
