import { linkTo } from "@/components/ui/link-to";
import type { Lag } from "@/lib/domain/details/entry-lag";
import { translator } from "@/lib/i18n/translator";
import { rowsHref, wholeOf, type LagView } from "./view";

const t = translator("entry-lag");

/** The median, nine of ten, the longest; and how many are not dated. */
export function EntryLagHeadline({ lag, view }: { lag: Lag; view: LagView }) {
  const { known, unknown, median, p90, longest } = lag;
  const whole = wholeOf(view);
  const least = (days: number | null) => linkTo(rowsHref({ ...whole, least: days }));
  return (
    <p className="headline">
      {t.rich("headline", {
        known,
        unknown,
        median: median ?? 0,
        p90: p90 ?? 0,
        longest: longest ?? 0,
        all: linkTo(rowsHref({ ...whole, stated: ["yes"] })),
        none: linkTo(rowsHref({ ...whole, stated: ["no"] })),
        medianLink: least(median),
        p90Link: least(p90),
        longestLink: least(longest),
      })}
    </p>
  );
}
