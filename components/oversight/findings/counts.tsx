import { getTranslations } from "next-intl/server";
import { linkTo } from "@/components/ui/link-to";
import { FINDING_STATES, type FindingState } from "@/lib/domain/oversight/finding";
import { findingsHref } from "./view";

/** All findings by state; each number leads to its rows. */
export async function FindingCounts({ counts }: { counts: Record<FindingState, number> }) {
  if (FINDING_STATES.every((state) => counts[state] === 0)) return null;
  const say = await getTranslations("findings");
  const of = (state: FindingState) => linkTo(findingsHref({ state: [state] }));
  return (
    <p className="headline">
      {say.rich("counts", {
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
