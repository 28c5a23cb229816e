import type { CoverageFigures } from "@/components/unresolved/coverage/figures";
import { linkTo } from "@/components/ui/link-to";
import { viewHref } from "@/components/ui/address/view-href";
import type { Priority } from "@/lib/domain/base/priority";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";

const t = translator("map");

const domain = translator("domain");

/** The sentence above the map, about one priority. Each figure leads to its rows. */
export function MapHeadline({ figures, priority }: { figures: CoverageFigures; priority: Priority }) {
  return (
    <p className="headline">
      {t.rich("headline", {
        priority: domain(`priority.${priority}`),
        positions: figures.positions,
        without: figures.positionsWithout,
        items: figures.onPledges,
        missing: linkTo(viewHref("/unresolved", { code: "NO_PLEDGE", priority, open: "NO_PLEDGE" })),
        open: linkTo(viewHref("/unresolved", { code: OF_PLEDGES, priority })),
      })}
    </p>
  );
}

const OF_PLEDGES = UNRESOLVED_CODES.filter((code) => code !== "NO_PLEDGE");
