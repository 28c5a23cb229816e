import { getTranslations } from "next-intl/server";
import { linkTo } from "@/components/ui/link-to";
import type { Lag } from "@/lib/domain/details/entry-lag";
import { rowsHref, wholeOf, type LagView } from "./view";

/** The median, nine of ten, the longest; and how many are not dated. */
export async function EntryLagHeadline({ lag, view }: { lag: Lag; view: LagView }) {
  const t = await getTranslations("entry-lag");
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
