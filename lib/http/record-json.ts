import type { Approval } from "@/lib/domain/pledge/approval";
import type { SourceSheet } from "@/lib/domain/details/citation";
import type { ComparedSummary, ResolvedRow } from "@/lib/domain/history/changes";
import type { Delivery } from "@/lib/domain/pledge/delivery";
import type { KnownHandover } from "@/lib/domain/people/handover";
import type { Listed } from "@/lib/domain/base/listing";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import type { Participant } from "@/lib/domain/people/participant";
import type { Baseline, Comment } from "@/lib/domain/people/person";
import type { Resolution } from "@/lib/domain/history/resolution";
import type { Source } from "@/lib/domain/pledge/source";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import { itemWords } from "@/lib/i18n/words/words";

export const listJson =
  <T>(shape: (item: T) => unknown) =>
  ({ items, next, total, capped }: Listed<T>) => ({ items: items.map(shape), next, total, capped });

/** All items as a list of one page. */
export const wholeJson =
  <T>(shape: (item: T) => unknown) =>
  (items: readonly T[]) => ({ items: items.map(shape), next: null, total: items.length, capped: false });

export const approvalJson = (approval: Approval) => ({
  id: approval.id,
  version: approval.version,
  participant: approval.participant,
  kind: approval.kind,
  body: approval.body,
  subject: approval.subject,
  status: approval.status,
  statusSince: approval.statusSince,
  scheduledFor: approval.scheduledFor,
  decidedOn: approval.decidedOn,
  serves: approval.serves,
  createdAt: approval.createdAt,
  updatedAt: approval.updatedAt,
});

export const triggerJson = (trigger: Trigger) => ({
  code: trigger.code,
  version: trigger.version,
  title: trigger.title,
  description: trigger.description,
  waiting: trigger.waiting,
  state: trigger.state,
  since: trigger.since,
  evidence: trigger.evidence,
  createdAt: trigger.createdAt,
  updatedAt: trigger.updatedAt,
});

export const deliveryJson = (delivery: Delivery) => ({
  id: delivery.id,
  version: delivery.version,
  pledge: delivery.pledge,
  contribution: delivery.contribution,
  quantity: delivery.quantity,
  money: delivery.money,
  deliveredOn: delivery.deliveredOn,
  definition: delivery.definition,
  evidence: delivery.evidence,
  confirmation: delivery.confirmation,
  note: delivery.note,
  retracted: delivery.retracted,
  createdAt: delivery.createdAt,
  updatedAt: delivery.updatedAt,
});

export const baselineJson = (baseline: Baseline) => ({
  id: baseline.id,
  version: baseline.version,
  name: baseline.name,
  asOf: baseline.asOf,
  createdAt: baseline.createdAt,
});

export const sourceJson = (source: Source) => ({
  id: source.id,
  version: source.version,
  publisher: source.publisher,
  url: source.url,
  title: source.title,
  publishedOn: source.publishedOn,
  language: source.language,
  ownership: source.ownership,
  files: source.files ?? [],
  captured: source.captured ?? null,
  readFrom: source.readFrom ?? null,
  createdAt: source.createdAt,
});

/** With the number of pledges that rely on it. */
export const sourceRowJson = (source: Source & { pledges: number }) => ({
  ...sourceJson(source),
  pledges: source.pledges,
});

export const sourceSheetJson = (source: SourceSheet) => ({
  ...sourceRowJson(source),
  text: source.text,
  evidence: source.evidence.map((piece) => ({
    ...piece,
    files: piece.files ?? [],
    span: piece.span ?? null,
  })),
});

/** With its row of the matrix, for readers of the register. */
export const participantJson = (
  row: Participant & { cells: CoverageCell[]; pledges: number; unresolved: number },
) => ({
  code: row.code,
  version: row.version,
  kind: row.kind,
  role: row.role,
  names: row.names,
  joinedOn: row.joinedOn,
  cells: row.cells,
  pledges: row.pledges,
  unresolved: row.unresolved,
});

export const commentJson = (comment: Comment) => ({
  id: comment.id,
  version: comment.version,
  pledge: comment.pledge,
  text: comment.text,
  createdAt: comment.createdAt,
});

export const unresolvedJson = ({ against, ...summary }: ComparedSummary) => ({
  ...summary,
  items: summary.items.map((row) => ({ ...itemRowJson(row), ...(row.change ? { change: row.change } : {}) })),
  ...(against ? { since: { ...against, resolved: against.resolved.map(resolvedJson) } } : {}),
});

export const itemRowJson = (row: UnresolvedRow) => ({
  code: row.code,
  class: row.class,
  since: row.since,
  participant: row.participant,
  priority: row.priority,
  reference: row.reference,
  title: row.title,
  owner: row.owner,
  ...itemWords(row),
});

export const resolvedJson = ({ by, ...row }: ResolvedRow) => ({
  ...itemRowJson(row),
  by: by && resolutionJson(by),
});

const resolutionJson = (by: Resolution) => ({
  seq: by.seq,
  at: by.at,
  actor: by.actor,
  action: by.action,
  about: by.about,
  reason: by.reason,
  stage: by.stage,
});

export const handoverJson = (handover: KnownHandover) => ({
  id: handover.id,
  version: handover.version,
  from: handover.from,
  to: handover.to,
  participants: handover.participants,
  note: handover.note,
  pledges: handover.pledges,
  createdAt: handover.createdAt,
});
