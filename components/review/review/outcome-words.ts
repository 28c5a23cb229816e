import type { KnownProposal } from "@/lib/domain/proposals/proposal";
import { translator } from "@/lib/i18n/translator";

export function outcomeWords({ status, proposedBy, decidedBy }: KnownProposal): string {
  const by = status === "WITHDRAWN" ? proposedBy.name : (decidedBy ?? "");
  return translator("review")(`outcome.${status}`, { by });
}
