import { linkTo } from "@/components/ui/link-to";
import { FINDING_STATES, type FindingState } from "@/lib/domain/oversight/finding";
import { translator } from "@/lib/i18n/translator";
import { findingsHref } from "./view";

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
