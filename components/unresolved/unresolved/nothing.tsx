// Nothing to show: nothing recorded yet, nothing unresolved, or nothing that fits the filter.
import { filterWords } from "@/components/tables/filter-words";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { translator } from "@/lib/i18n/translator";
import { isWhole, unresolvedHref, WHOLE_UNRESOLVED, type UnresolvedView } from "./view";

const t = translator("unresolved");

interface Given {
  view: UnresolvedView;
  empty: boolean;
  mayLog: boolean;
}

export function NothingUnresolved({ view, empty, mayLog }: Given) {
  const state = empty ? "first" : isWhole(view) ? "done" : "filtered";
  return (
    <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)}>
      {state === "filtered" ? (
        <a href={asOfHref(unresolvedHref({ ...WHOLE_UNRESOLVED, group: view.group }))}>
          {filterWords().clear}
        </a>
      ) : state === "first" && mayLog ? (
        <a href={asOfHref("/pledges/new")}>{t("nothing.log")}</a>
      ) : null}
    </EmptyState>
  );
}
