import { linkTo } from "@/components/ui/link-to";
import { viewHref } from "@/components/ui/address/view-href";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";
import type { CoverageFigures } from "./figures";

const t = translator("coverage");

const domain = translator("domain");

/** The sentence above the matrix. Each figure leads to its rows. */
export function CoverageHeadline({ figures }: { figures: CoverageFigures }) {
  const { heaviest, silent } = figures;
  return (
    <p className="headline">
      {t.rich("headline.positions", {
        positions: figures.positions,
        without: figures.positionsWithout,
        silent: silent.length,
        all: linkTo(viewHref("/unresolved", { code: "NO_PLEDGE", open: "NO_PLEDGE" })),
        nothing: linkTo(
          viewHref("/unresolved", { code: "NO_PLEDGE", participant: silent, group: "participant" }),
        ),
      })}{" "}
      {heaviest === null
        ? null
        : t.rich("headline.heaviest", {
            priority: domain(`priority.${heaviest.priority}`),
            items: heaviest.items,
            of: figures.onPledges,
            all: linkTo(viewHref("/unresolved", { code: OF_PLEDGES, priority: heaviest.priority })),
          })}
    </p>
  );
}

const OF_PLEDGES = UNRESOLVED_CODES.filter((code) => code !== "NO_PLEDGE");
