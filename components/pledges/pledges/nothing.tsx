import { asOfHref } from "@/components/ui/address/as-of-href";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { translator } from "@/lib/i18n/translator";
import { hasPledgesFilter, type PledgesView } from "./view";

const t = translator("pledges");

/** Nothing logged yet, or nothing that fits the view. */
export function NoPledges({ view, mayLog }: { view: PledgesView; mayLog: boolean }) {
  const state = hasPledgesFilter(view) ? "filtered" : "first";
  return (
    <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)}>
      {state === "first" && mayLog ? <a href={asOfHref("/pledges/new")}>{t("nothing.log")}</a> : null}
    </EmptyState>
  );
}
