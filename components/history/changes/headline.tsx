// The sentence that says what changed. Each figure leads to its rows.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Fragment } from "react";
import { linkTo } from "@/components/ui/link-to";
import type { ChangeSection } from "@/lib/domain/history/changes";
import { translator } from "@/lib/i18n/translator";
import { pointName, type PointView } from "./moments";
import { sectionHref, type ChangesView } from "./view";

const t = translator("changes");

interface Given {
  from: PointView;
  to: PointView;
  counts: Record<ChangeSection, number>;
  view: ChangesView;
}

const OF_PLEDGES = ["logged", "moved", "quantities", "declined", "voided"] as const;

export function ChangesHeadline({ from, to, counts, view }: Given) {
  const sections = OF_PLEDGES.filter((section) => counts[section] > 0);
  const list = sections.map((section, index) => (
    <Fragment key={section}>
      {index === 0 ? "" : ", "}
      <a href={asOfHref(sectionHref(view, section))}>
        {t(`headline.${section}`, { count: counts[section] })}
      </a>
    </Fragment>
  ));
  return (
    <p className="headline">
      {t.rich("headline.items", {
        ends: view.until === null ? "no" : "yes",
        since: pointName(from),
        until: pointName(to),
        fresh: counts.new,
        gone: counts.resolved,
        same: counts.open,
        new: linkTo(sectionHref(view, "new")),
        resolved: linkTo(sectionHref(view, "resolved")),
        open: linkTo(sectionHref(view, "open")),
      })}{" "}
      {sections.length === 0
        ? t("headline.noPledges")
        : t.rich("headline.pledges", {
            list: (stop) => (
              <>
                {list}
                {stop}
              </>
            ),
          })}
    </p>
  );
}
