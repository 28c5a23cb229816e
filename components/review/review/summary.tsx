import { counted } from "@/components/tables/counted";
import { toWholeList } from "@/components/tables/filter-words";
import { ListSummary } from "@/components/ui/ledger/list-summary";
import type { Listed } from "@/lib/domain/base/listing";
import { translator } from "@/lib/i18n/translator";
import { hasProposalsFilter, queueHref, tabOf, widened, type ReviewView } from "./view";

const t = translator("review");

export function ProposalsSummary({ view, found }: { view: ReviewView; found: Listed<unknown> }) {
  const narrowed = hasProposalsFilter(view);
  return (
    <ListSummary whole={toWholeList(narrowed, queueHref(widened(view)))}>
      {t("total", { ...counted(found), status: tabOf(view), narrowed: String(narrowed) })}
    </ListSummary>
  );
}
