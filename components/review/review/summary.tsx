import { asOfHref } from "@/components/ui/address/as-of-href";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { hasProposalsFilter, queueHref, tabOf, widened, type ReviewView } from "./view";

const t = translator("review");

export function ProposalsSummary({
  view,
  total,
  capped,
}: {
  view: ReviewView;
  total: number;
  capped: boolean;
}) {
  const narrowed = hasProposalsFilter(view);
  return (
    <p className="muted">
      {t("total", {
        capped: String(capped),
        total: numberInWords(total),
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

/** Nothing waits, or nothing fits the view. */
export function NoProposals({ view }: { view: ReviewView }) {
  const state = hasProposalsFilter(view) ? "filtered" : tabOf(view);
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
    </div>
  );
}
