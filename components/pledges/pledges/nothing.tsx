import { asOfHref } from "@/components/ui/address/as-of-href";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { countedTo } from "@/lib/domain/base/listing";
import { translator } from "@/lib/i18n/translator";
import { hasPledgesFilter, type PledgesView } from "./view";

const t = translator("pledges");
const lists = translator("lists");

/** The list without one of its terms. */
export interface DroppedTerm {
  term: string;
  href: string;
  /** How many pledges there are then. */
  count: number;
}

interface Given {
  view: PledgesView;
  mayLog: boolean;
  dropped: readonly DroppedTerm[];
}

/** Nothing is logged yet, or nothing fits the view; then it says which term to drop, and what that brings. */
export function NoPledges({ view, mayLog, dropped }: Given) {
  const state = hasPledgesFilter(view) ? "filtered" : "first";
  const helping = dropped.filter(({ count }) => count > 0);
  return (
    <>
      <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)}>
        {state === "first" && mayLog ? <a href={asOfHref("/pledges/new")}>{t("nothing.log")}</a> : null}
      </EmptyState>
      {dropped.length === 0 ? null : helping.length === 0 ? (
        <p>{lists("drop.none")}</p>
      ) : (
        <ul className="grid gap-2">
          {helping.map(({ term, href, count }) => {
            const { total, capped } = countedTo(count);
            return (
              <li key={term}>
                <a href={asOfHref(href)}>
                  {lists("drop.found", { term, count: total, capped: String(capped) })}
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
