// Response schemas: the API description is generated from them, and tests check the real answers against them.
import { z } from "zod";
import { ROLES } from "@/lib/domain/people/actor";
import { APPROVAL_KINDS, APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";
import { ACTIONS } from "@/lib/domain/base/audit";
import { COMPLETENESS_FACTS } from "@/lib/domain/unresolved/completeness";
import { CAVEAT_CATEGORIES, CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import {
  CREDIBILITIES,
  EVIDENCE_FIELDS,
  EVIDENCE_KINDS,
  RELIABILITIES,
  VERIFICATIONS,
} from "@/lib/domain/pledge/evidence";
import { DELIVERED_AS } from "@/lib/domain/pledge/delivery";
import { FILE_TYPES } from "@/lib/domain/pledge/file";
import { PROPOSAL_STATUSES } from "@/lib/domain/proposals/proposal";
import { FURTHER_APPROVALS, HANDLINGS } from "@/lib/domain/pledge/pledge";
import { QUANTITY_KINDS, SEALED, UNITS } from "@/lib/domain/pledge/quantity";
import { OUTCOMES } from "@/lib/domain/base/bulk-result";
import { REFUSALS } from "@/lib/domain/base/refusal";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { OPEN_STAGES, STAGES } from "@/lib/domain/pledge/stages";
import { TRIGGER_STATES, WAITINGS } from "@/lib/domain/pledge/trigger";
import { CHANGE_STATES } from "@/lib/domain/unresolved/trigger-change";
import { conditionPart } from "@/lib/pledges/pledges/condition-schema";
import { UNRESOLVED_CLASSES, UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { answers, code, day, instant, priority, reference, version } from "./parts";

const stage = z.enum(STAGES);

const unresolvedFields = {
  code: z.enum(UNRESOLVED_CODES),
  class: z.enum(UNRESOLVED_CLASSES),
  since: day,
  what: z.string().min(1),
  resolvedBy: z.string().min(1),
};
const unresolvedItem = z.strictObject(unresolvedFields).register(answers, { id: "UnresolvedItem" });

export const unresolvedRow = z
  .strictObject({
    ...unresolvedFields,
    participant: code,
    priority,
    reference: reference.nullable(),
    title: z.string().nullable(),
    owner: z.string().nullable(),
  })
  .register(answers, { id: "UnresolvedRow" });

const sourceOfEvidence = z.strictObject({
  id: z.uuid(),
  publisher: z.string(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  publishedOn: day.nullable(),
  language: z.string(),
  ownership: z.enum(OWNERSHIPS),
});

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const attachedFile = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    type: z.enum(FILE_TYPES),
    bytes: z.int().min(1),
    sha256: hash,
    by: z.string(),
    at: instant,
    retracted: z
      .strictObject({ by: z.string(), at: instant, reason: z.string() })
      .optional()
      .meta({ description: "Left out while it stands." }),
  })
  .register(answers, { id: "AttachedFile" });

export const receivedFile = attachedFile
  .omit({ by: true, at: true, retracted: true })
  .register(answers, { id: "ReceivedFile" });

export const readFile = z.strictObject({
  text: z.string(),
  whole: z.boolean().meta({ description: "False: the file goes on beyond it." }),
});

export const source = z
  .strictObject({
    ...sourceOfEvidence.shape,
    files: z.array(attachedFile),
    captured: hash.nullable(),
    readFrom: z
      .strictObject({ file: z.uuid(), sha256: hash, corrected: z.boolean(), whole: z.boolean() })
      .nullable()
      .meta({ description: "The file that its text was read from by machine." }),
    version,
    createdAt: instant,
  })
  .register(answers, { id: "Source" });

export const evidence = z
  .strictObject({
    id: z.uuid(),
    source: sourceOfEvidence,
    kind: z.enum(EVIDENCE_KINDS),
    reliability: z.enum(RELIABILITIES),
    credibility: z.literal(CREDIBILITIES),
    quote: z.string().nullable(),
    supports: z.boolean(),
    field: z.enum(EVIDENCE_FIELDS).nullable(),
    claims: z.string().nullable(),
    validUntil: day.nullable(),
    files: z.array(attachedFile),
    span: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
    recordedAt: instant,
    retracted: z.strictObject({ at: instant, reason: z.string() }).nullable(),
  })
  .register(answers, { id: "Evidence" });

export const sourceRow = z
  .strictObject({ ...source.shape, pledges: z.int() })
  .register(answers, { id: "SourceRow" });

export const sourceSheet = z
  .strictObject({
    ...sourceRow.shape,
    text: z.string().nullable().meta({ description: "As it was captured." }),
    evidence: z.array(
      z.strictObject({
        ...evidence.omit({ source: true }).shape,
        pledge: reference,
        title: z.string(),
        stage,
        voided: z.boolean(),
      }),
    ),
  })
  .register(answers, { id: "SourceSheet" });

const quantity = z.strictObject({
  kind: z.enum(QUANTITY_KINDS),
  min: z.int().nullable(),
  max: z.int().nullable(),
  unit: z.enum(UNITS).nullable(),
  asStated: z.string().nullable(),
});
/** Of a contribution. `sealed`: a number is stored; only readers who are cleared for it get `min` and `max`. */
const sealable = quantity.extend({ sealed: z.enum(SEALED).optional() });
const money = z.strictObject({ amount: z.string(), currency: z.string() });

export const contribution = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(CONTRIBUTION_KINDS),
    domain: z.enum(DOMAINS),
    location: z.enum(LOCATIONS),
    quantity: sealable,
    money: money.nullable(),
    noticeToMoveDays: z.int().nullable(),
    availableFrom: day.nullable(),
    availableTo: day.nullable(),
    caveats: z.array(z.strictObject({ category: z.enum(CAVEAT_CATEGORIES), text: z.string() })),
    allocated: z.strictObject({ quantity: quantity.nullable(), money: money.nullable(), on: day }).nullable(),
  })
  .register(answers, { id: "Contribution" });

export const delivery = z
  .strictObject({
    id: z.uuid(),
    version,
    pledge: reference,
    contribution: z.uuid(),
    quantity: quantity.nullable(),
    money: money.nullable(),
    deliveredOn: day,
    definition: z.enum(DELIVERED_AS),
    evidence: z.array(z.uuid()).min(1),
    confirmation: z.strictObject({ on: day, by: z.string(), evidence: z.uuid() }).nullable(),
    note: z.string().nullable(),
    retracted: z.strictObject({ at: instant, reason: z.string() }).nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Delivery" });

export const approval = z
  .strictObject({
    id: z.uuid(),
    version,
    participant: code,
    kind: z.enum(APPROVAL_KINDS),
    body: z.string(),
    subject: z.string().nullable(),
    status: z.enum(APPROVAL_STATUSES),
    statusSince: day.nullable(),
    scheduledFor: day.nullable(),
    decidedOn: day.nullable(),
    serves: z.array(reference),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Approval" });

/** `wish` is the complete change, with the ids that its lines and evidence will have. */
export const proposal = z
  .strictObject({
    id: z.uuid(),
    version,
    subject: z.enum(["pledge", "approval"]),
    approval: z.uuid().nullable(),
    reference: reference.nullable(),
    participant: code,
    priority: priority.nullable(),
    concerns: z.array(reference),
    status: z.enum(PROPOSAL_STATUSES),
    wish: z.looseObject({ do: z.enum(["stage", "change", "void", "record-approval", "change-approval"]) }),
    reason: z.string(),
    basedOn: z.int().min(0),
    proposedBy: z.strictObject({ name: z.string(), email: z.string() }),
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    note: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Proposal" });

export const proposalRow = z
  .strictObject({ ...proposal.shape, title: z.string() })
  .register(answers, { id: "ProposalRow" });

export const ruling = z
  .strictObject({
    id: z.uuid(),
    version,
    pledge: reference,
    field: z.enum(EVIDENCE_FIELDS),
    holds: z.uuid().nullable(),
    finding: z.string(),
    reason: z.string(),
    weighed: z.array(z.uuid()),
    supersedes: z.uuid().nullable(),
    ruledBy: z.string(),
    createdAt: instant,
  })
  .register(answers, { id: "Ruling" });

export const rulingRow = z
  .strictObject({ ...ruling.shape, participant: code, title: z.string(), current: z.boolean() })
  .register(answers, { id: "RulingRow" });

conditionPart.register(answers, { id: "Condition" });

export const pledgeRow = z
  .strictObject({
    reference,
    version,
    participant: code,
    priority,
    title: z.string(),
    summary: z.string().nullable(),
    stage,
    stageReason: z.string().nullable(),
    stageSetOn: day,
    suspendedFrom: z.enum(OPEN_STAGES).nullable(),
    statedOn: day.nullable(),
    windowStart: day.nullable(),
    windowEnd: day.nullable(),
    dueOn: day.nullable(),
    authorisedBy: z.string().nullable(),
    furtherApproval: z.enum(FURTHER_APPROVALS),
    owner: z.string().nullable(),
    nextAction: z.string().nullable(),
    nextActionDueOn: day.nullable(),
    handling: z.enum(HANDLINGS),
    lastConfirmedOn: day.nullable(),
    contributions: z.array(contribution),
    instrument: z.enum(EVIDENCE_KINDS).nullable(),
    verification: z.enum(VERIFICATIONS).nullable(),
    voided: z.strictObject({ at: instant, reason: z.string() }).nullable(),
    supersedes: reference.nullable(),
    supersededBy: reference.nullable(),
    approvals: z.array(approval),
    actionable: z.boolean(),
    proposal: proposal.nullable(),
    unresolved: z.array(unresolvedItem),
    completeness: z.strictObject({ met: z.int(), of: z.int(), missing: z.array(z.enum(COMPLETENESS_FACTS)) }),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "PledgeRow" });

export const pledge = z
  .strictObject({
    ...pledgeRow.shape,
    evidence: z.array(evidence),
    rulings: z.array(ruling),
    condition: conditionPart.nullable(),
    deliveries: z.array(delivery),
    may: z.strictObject({
      edit: z.boolean(),
      set: z.array(stage),
      propose: z.array(stage),
      decide: z.boolean(),
      void: z.boolean(),
    }),
  })
  .register(answers, { id: "Pledge" });

export const trigger = z
  .strictObject({
    code: z.string(),
    version,
    title: z.string(),
    description: z.string().nullable(),
    waiting: z.enum(WAITINGS),
    state: z.enum(TRIGGER_STATES),
    since: day.nullable(),
    evidence: z.array(
      z.strictObject({
        id: z.uuid(),
        source: z.uuid(),
        kind: z.enum(EVIDENCE_KINDS),
        reliability: z.enum(RELIABILITIES),
        credibility: z.literal(CREDIBILITIES),
        quote: z.string().nullable(),
        supports: z.boolean(),
        recordedAt: instant,
      }),
    ),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Trigger" });

export const triggerChange = z
  .strictObject({
    id: z.int().min(1),
    code: z.string(),
    state: z.enum(CHANGE_STATES),
    total: z.int().min(0),
    done: z.int().min(0),
    startedBy: z.string(),
    startedAt: instant,
    endedAt: instant.nullable(),
  })
  .register(answers, { id: "TriggerChange" });

export const preparing = z.strictObject({ change: triggerChange });

export const comment = z
  .strictObject({ id: z.uuid(), version, pledge: reference, text: z.string(), createdAt: instant })
  .register(answers, { id: "Comment" });

export const confirmations = z
  .strictObject({ items: z.array(z.strictObject({ reference, refused: z.enum(REFUSALS).nullable() })) })
  .register(answers, { id: "Confirmations" });

export const changedMany = z
  .strictObject({
    items: z.array(
      z.strictObject({
        reference,
        outcome: z.enum(OUTCOMES),
        version: version.nullable(),
        why: z.strictObject({ code: z.enum(REFUSALS), detail: z.string() }).nullable(),
        conflict: z
          .strictObject({
            current: version,
            changedBy: z.string(),
            changedAt: z.string(),
            fields: z.array(z.string()),
          })
          .nullable(),
        receipt: z.strictObject({ entries: z.string(), leafHash: hash }).nullable(),
      }),
    ),
  })
  .register(answers, { id: "ChangedMany" });

const named = z.strictObject({ name: z.string(), email: z.string() });
export const handover = z
  .strictObject({
    id: z.uuid(),
    version,
    from: named,
    to: named,
    participants: z.array(code),
    note: z.string(),
    pledges: z.int().min(0),
    createdAt: instant,
  })
  .register(answers, { id: "Handover" });

export const history = z
  .strictObject({
    items: z.array(
      z.strictObject({
        seq: z.int(),
        leafHash: hash,
        at: instant,
        actor: z.strictObject({ name: z.string(), role: z.enum(ROLES) }),
        action: z.enum(ACTIONS),
        reason: z.string().nullable(),
        comment: z.string().nullable(),
        changes: z.array(z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })),
      }),
    ),
    next: z.string().nullable(),
  })
  .register(answers, { id: "History" });
