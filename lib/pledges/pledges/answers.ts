// A pledge as JSON, without what only the database needs.
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import {
  answers,
  code,
  day,
  ended,
  fieldChange,
  hash,
  instant,
  money,
  priority,
  quantity,
  reference,
  version,
  writer,
  stage,
} from "@/lib/api/parts";
import { presentProposal, proposal } from "@/lib/api/proposal";
import { ruling } from "@/lib/api/ruling";
import { presentItem, unresolvedItem } from "@/lib/api/unresolved-item";
import { ACTIONS } from "@/lib/domain/base/audit";
import { type BulkOutcome, OUTCOMES } from "@/lib/domain/base/bulk-result";
import { entriesOf } from "@/lib/domain/base/receipt";
import { REFUSALS } from "@/lib/domain/base/refusal";
import type { PledgeDetails, PledgeRead, PledgeRow } from "@/lib/domain/details/pledge-details";
import { CAVEAT_CATEGORIES, CONTRIBUTION_FIELDS, type Contribution } from "@/lib/domain/pledge/contribution";
import { EVIDENCE_KINDS, VERIFICATIONS } from "@/lib/domain/pledge/evidence";
import { LINK_STATES, type ParticipantLink } from "@/lib/domain/pledge/link";
import { PLEDGE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { SEALED } from "@/lib/domain/pledge/quantity";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import { OPEN_STAGES } from "@/lib/domain/pledge/stages";
import type { HistoryList } from "@/lib/domain/proposals/history";
import { COMPLETENESS_FACTS } from "@/lib/domain/unresolved/completeness";
import { fieldErrorWords, refusalWords } from "@/lib/i18n/words/refusal-words";
import { approval } from "@/lib/pledges/approvals/answers";
import { delivery } from "@/lib/pledges/deliveries/answers";
import { conditionPart } from "@/lib/pledges/pledges/condition-schema";
import { answersOf } from "@/lib/schema/by-field";
import { evidence, presentEvidence } from "@/lib/pledges/sources/answers";

/** Of a contribution. `sealed`: a number is stored; only readers who are cleared for it get `min` and `max`. */
const sealable = quantity.extend({ sealed: z.enum(SEALED).optional() });

export const contribution = z
  .object({
    id: z.uuid(),
    ...answersOf(CONTRIBUTION_FIELDS, {
      quantity: sealable,
      money,
      caveats: z.array(z.object({ category: z.enum(CAVEAT_CATEGORIES), text: z.string() })),
      allocated: z.object({ quantity: quantity.nullable(), money: money.nullable(), on: day }),
      sameAs: z.object({
        pledge: reference,
        contribution: z.uuid(),
        state: z.enum(LINK_STATES),
        reason: z.string().nullable(),
      }),
    }),
  })
  .register(answers, { id: "Contribution" });

conditionPart.register(answers, { id: "Condition" });

const link = z
  .object({ participant: code, state: z.enum(LINK_STATES), reason: z.string().nullable() })
  .register(answers, { id: "ParticipantLink" });

export const pledgeRow = z
  .object({
    reference,
    version,
    participant: code,
    priority,
    ...answersOf(PLEDGE_FIELDS, {}),
    jointWith: z.array(link),
    onBehalfOf: z.array(link),
    stage,
    stageReason: z.string().nullable(),
    stageSetOn: day,
    suspendedFrom: z.enum(OPEN_STAGES).nullable(),
    lastConfirmedOn: day.nullable(),
    contributions: z.array(contribution),
    instrument: z.enum(EVIDENCE_KINDS).nullable(),
    verification: z.enum(VERIFICATIONS).nullable(),
    voided: ended,
    supersedes: reference.nullable(),
    supersededBy: reference.nullable(),
    approvals: z.array(approval),
    actionable: z.boolean(),
    proposal: proposal.nullable(),
    unresolved: z.array(unresolvedItem),
    completeness: z.object({ met: z.int(), of: z.int(), missing: z.array(z.enum(COMPLETENESS_FACTS)) }),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "PledgeRow" });

export const pledge = z
  .object({
    ...pledgeRow.shape,
    evidence: z.array(evidence),
    rulings: z.array(ruling),
    condition: conditionPart.nullable(),
    deliveries: z.array(delivery),
    may: z.object({
      edit: z.boolean(),
      set: z.array(stage),
      propose: z.array(stage),
      decide: z.boolean(),
      void: z.boolean(),
    }),
  })
  .register(answers, { id: "Pledge" });

export const history = z
  .object({
    items: z.array(
      z.object({
        seq: z.int(),
        leafHash: hash,
        at: instant,
        actor: writer,
        action: z.enum(ACTIONS),
        reason: z.string().nullable(),
        comment: z.string().nullable(),
        changes: z.array(fieldChange),
      }),
    ),
    next: z.string().nullable(),
  })
  .register(answers, { id: "History" });

/** With `history` if it was asked for. */
export const pledgeRead = z
  .object({ ...pledge.shape, history: history.optional() })
  .register(answers, { id: "PledgeRead" });

export const changedMany = z
  .object({
    items: z.array(
      z.object({
        reference,
        outcome: z.enum(OUTCOMES),
        version: version.nullable(),
        why: z.object({ code: z.enum(REFUSALS), detail: z.string() }).nullable(),
        conflict: z
          .object({
            current: version,
            changedBy: z.string(),
            changedAt: z.string(),
            fields: z.array(z.string()),
          })
          .nullable(),
        receipt: z.object({ entries: z.string(), leafHash: hash }).nullable(),
      }),
    ),
  })
  .register(answers, { id: "ChangedMany" });

export const presentPledge = (known: PledgeDetails): Shaped<typeof pledge> => ({
  ...presentPledgeRow(known),
  evidence: known.evidence.map(presentEvidence),
  rulings: known.rulings,
  condition: known.condition,
  deliveries: known.deliveries,
  may: known.may,
});

export const presentPledgeRead = ({ history: latest, ...known }: PledgeRead): Shaped<typeof pledgeRead> => ({
  ...presentPledge(known),
  ...(latest && { history: presentHistory(latest) }),
});

export const presentPledgeRow = (row: PledgeRow): Shaped<typeof pledgeRow> => ({
  ...row,
  jointWith: row.jointWith.map(presentLink),
  onBehalfOf: row.onBehalfOf.map(presentLink),
  contributions: hiddenIn(row.contributions).map(presentLine),
  proposal: row.proposal && presentProposal(row.proposal),
  unresolved: row.unresolved.map(presentItem),
});

const presentLine = ({ sameAs, ...line }: Contribution): Shaped<typeof contribution> => ({
  ...line,
  sameAs: sameAs && {
    pledge: sameAs.pledge,
    contribution: sameAs.contribution,
    state: sameAs.state,
    reason: sameAs.reason,
  },
});

const presentLink = ({ participant, state, reason }: ParticipantLink): Shaped<typeof link> => ({
  participant,
  state,
  reason,
});

export const presentHistory = ({ items, next }: HistoryList): Shaped<typeof history> => ({
  items: items.map((entry) => ({ ...entry, changes: hiddenIn(entry.changes) })),
  next,
});

export const presentOutcomes = (outcomes: readonly BulkOutcome[]): Shaped<typeof changedMany> => ({
  items: outcomes.map(({ refusal, receipt, ...one }) => ({
    ...one,
    why: refusal && {
      code: refusal.code,
      detail: refusal.errors?.map(fieldErrorWords).join(" ") ?? refusalWords(refusal).detail,
    },
    conflict: refusal?.conflict ?? null,
    receipt: receipt && { entries: entriesOf(receipt), leafHash: receipt.leafHash },
  })),
});
