import { linkTo } from "@/components/ui/link-to";
import { FINDING_STATES, type FindingState } from "@/lib/domain/oversight/finding";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { findingsHref, hasFindingsFilter, type FindingsView } from "./view";

const t = translator("findings");

/** All findings by state; each number leads to its rows. */
export function FindingCounts({ counts }: { counts: Record<FindingState, number> }) {
  if (FINDING_STATES.every((state) => counts[state] === 0)) return null;
  const of = (state: FindingState) => linkTo(findingsHref({ state: [state] }));
  return (
    <p className="headline">
      {t.rich("counts", {
        open: counts.OPEN,
        answered: counts.ANSWERED,
        closed: counts.CLOSED,
        openLink: of("OPEN"),
        answeredLink: of("ANSWERED"),
        closedLink: of("CLOSED"),
      })}
    </p>
  );
}

export function FindingsSummary({
  view,
  total,
  capped,
}: {
  view: FindingsView;
  total: number;
  capped: boolean;
}) {
  return (
    <p className="muted">
      {t("total", { capped: String(capped), total: numberInWords(total), count: total })}
      {view.about ? <> · {t("filter.about", { name: view.about })}</> : null}
      {hasFindingsFilter(view) ? (
        <>
          {" · "}
          <a href={findingsHref({})}>{t("filter.clear")}</a>
        </>
      ) : null}
    </p>
  );
}

/** None is open, or none fits the view. */
export function NoFindings({ view }: { view: FindingsView }) {
  const state = hasFindingsFilter(view) ? "filtered" : "first";
  return (
    <div className="state">
      <h2>{t(`nothing.${state}.title`)}</h2>
      <p>{t(`nothing.${state}.text`)}</p>
      {state === "first" ? (
        <p>
          <a href={findingsHref({ state: ["CLOSED"] })}>{t("nothing.first.closed")}</a>
        </p>
      ) : null}
    </div>
  );
}
