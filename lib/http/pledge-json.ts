// A pledge as JSON, without what only the database needs.
import type { Evidence } from "@/lib/domain/pledge/evidence";
import type { HistoryEntry } from "@/lib/domain/proposals/history";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import type { KnownRuling } from "@/lib/domain/proposals/ruling";
import type { PledgeRow, PledgeDetails } from "@/lib/domain/details/pledge-details";
import type { UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { itemWords } from "@/lib/i18n/words/words";
import { proposalJson } from "./proposal-json";
import { approvalJson, deliveryJson } from "./record-json";

export function pledgeJson(sheet: PledgeDetails) {
  const { evidence, condition, may, rulings, deliveries } = sheet;
  return {
    ...pledgeRowJson(sheet),
    evidence: evidence.map(evidenceJson),
    rulings: rulings.map(rulingJson),
    condition,
    deliveries: deliveries.map(deliveryJson),
    may,
  };
}

export function pledgeRowJson(row: PledgeRow) {
  return {
    reference: row.reference,
    version: row.version,
    participant: row.participant,
    priority: row.priority,
    title: row.title,
    summary: row.summary,
    stage: row.stage,
    stageReason: row.stageReason,
    stageSetOn: row.stageSetOn,
    suspendedFrom: row.suspendedFrom,
    statedOn: row.statedOn,
    windowStart: row.windowStart,
    windowEnd: row.windowEnd,
    dueOn: row.dueOn,
    authorisedBy: row.authorisedBy,
    furtherApproval: row.furtherApproval,
    owner: row.owner,
    nextAction: row.nextAction,
    nextActionDueOn: row.nextActionDueOn,
    handling: row.handling,
    lastConfirmedOn: row.lastConfirmedOn,
    contributions: hiddenIn(row.contributions),
    instrument: row.instrument,
    verification: row.verification,
    voided: row.voided,
    supersedes: row.supersedes,
    supersededBy: row.supersededBy,
    approvals: row.approvals.map(approvalJson),
    actionable: row.actionable,
    proposal: row.proposal && proposalJson(row.proposal),
    unresolved: row.unresolved.map(itemJson),
    completeness: row.completeness,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

const itemJson = (item: UnresolvedItem) => ({
  code: item.code,
  class: item.class,
  since: item.since,
  ...itemWords(item),
});

const evidenceJson = (piece: Evidence) => ({
  id: piece.id,
  source: piece.source,
  kind: piece.kind,
  reliability: piece.reliability,
  credibility: piece.credibility,
  quote: piece.quote,
  supports: piece.supports,
  field: piece.field,
  claims: piece.claims,
  validUntil: piece.validUntil,
  files: piece.files ?? [],
  span: piece.span ?? null,
  recordedAt: piece.recordedAt,
  retracted: piece.retracted,
});

export const rulingJson = (ruling: KnownRuling) => ({
  id: ruling.id,
  version: ruling.version,
  pledge: ruling.pledge,
  field: ruling.field,
  holds: ruling.holds,
  finding: ruling.finding,
  reason: ruling.reason,
  weighed: ruling.weighed,
  supersedes: ruling.supersedes,
  ruledBy: ruling.ruledBy,
  createdAt: ruling.createdAt,
});

export const historyJson = ({ items, next }: { items: HistoryEntry[]; next: string | null }) => ({
  items: items.map(({ seq, leafHash, at, actor, action, reason, comment, changes }) => ({
    seq,
    leafHash,
    at,
    actor: { name: actor.name, role: actor.role },
    action,
    reason,
    comment,
    changes: hiddenIn(changes),
  })),
  next,
});
