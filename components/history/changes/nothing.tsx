import { asOfHref } from "@/components/ui/address/as-of-href";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { translator } from "@/lib/i18n/translator";
import { changesHref, hasChangesFilter, type ChangesView } from "./view";

const t = translator("changes");

/** Nothing changed, or nothing fits the view. */
export function NoChanges({ view }: { view: ChangesView }) {
  const state = hasChangesFilter(view) ? "filtered" : view.show === null ? "same" : "section";
  return (
    <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)}>
      {state === "same" ? null : (
        <a href={asOfHref(changesHref({ ...view, participant: [], priority: [], class: [], show: null }))}>
          {t("showWhole")}
        </a>
      )}
    </EmptyState>
  );
}
