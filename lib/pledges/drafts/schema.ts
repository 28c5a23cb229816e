import { z } from "zod";
import { APPROVAL_FIELDS } from "@/lib/domain/pledge/approval";
import { CAVEAT_CATEGORIES } from "@/lib/domain/pledge/contribution";
import { TEXT_LIMITS, PLEDGE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { PIECE_FIELDS } from "@/lib/domain/pledge/evidence";
import {
  DRAFT_PARTS,
  DRAFT_SAYS,
  DRAFT_STATES,
  LONGEST_DRAFT_WORDS,
  MOST_DRAFT_CONDITIONS,
  MOST_DRAFT_WORDS,
} from "@/lib/domain/passages/pledge-draft";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { LONGEST_SOURCE_TEXT } from "@/lib/domain/pledge/source";
import { CONTRIBUTION_INPUTS, isAvailable, isWindow, participants } from "@/lib/pledges/pledges/schema";
import { quantityInput } from "@/lib/schema/amounts";
import { inputsOf } from "@/lib/schema/by-field";
import {
  email,
  id,
  nullable,
  participantCode,
  pledgeReference,
  problemOf,
  textInput,
  triggerCode,
} from "@/lib/schema/fields";
import { limit, listParameter } from "@/lib/schema/parameters";

export const DRAFT_LIMITS = {
  sent: 100,
  contributions: 10,
  caveats: 10,
  caveat: 1_000,
  conditions: MOST_DRAFT_CONDITIONS,
} as const;

const place = z.int().min(0).max(LONGEST_SOURCE_TEXT);
/** Positions in the source's captured text: UTF-16 code units, end exclusive. */
const span = z
  .strictObject({ start: place, end: place })
  .refine(({ start, end }) => start < end, problemOf("order", ["end"]))
  .refine(
    ({ start, end }) => end - start <= LONGEST_DRAFT_WORDS,
    problemOf("too-long", ["end"], { max: LONGEST_DRAFT_WORDS }),
  );

const { kind: approvalKind, body: approvalBody } = inputsOf(APPROVAL_FIELDS, {
  serves: z.never(),
  limits: z.never(),
});
const approval = z.strictObject({ kind: approvalKind, body: approvalBody });

const { sameAs: _onRecordAlone, ...lineFields } = CONTRIBUTION_INPUTS;
const drafted = z
  .strictObject({
    ...lineFields,
    // A draft can't contain a number given in confidence.
    quantity: quantityInput,
    caveats: z
      .array(z.strictObject({ category: z.enum(CAVEAT_CATEGORIES), text: textInput(DRAFT_LIMITS.caveat) }))
      .max(DRAFT_LIMITS.caveats)
      .default([]),
  })
  .refine(isAvailable, problemOf("order", ["availableTo"]));

const content = {
  /** Null: the text doesn't say who. */
  participant: nullable(participantCode),
  /** Null: must be set before it is accepted. */
  priority: nullable(z.literal(PRIORITIES)),
  says: z.enum(DRAFT_SAYS),
  span,
  /** What each of these words says. */
  words: z
    .array(z.strictObject({ part: z.enum(DRAFT_PARTS), span }))
    .max(MOST_DRAFT_WORDS)
    .default([]),
  ...inputsOf(PLEDGE_FIELDS, {}),
  jointWith: participants.default([]),
  onBehalfOf: participants.default([]),
  contributions: z.array(drafted).max(DRAFT_LIMITS.contributions).default([]),
  /**
   * The words of each condition and their meaning: a trigger on record, a decision of the participant's own,
   * or neither.
   */
  conditions: z
    .array(z.strictObject({ span, trigger: nullable(triggerCode), approval: nullable(approval) }))
    .max(DRAFT_LIMITS.conditions)
    .default([]),
  /** A pledge on record that the words repeat; they become its evidence. */
  repeats: nullable(pledgeReference),
};

/** A changed draft: the source stays. */
export const draftContentInput = z.strictObject(content).refine(isWindow, problemOf("order", ["windowEnd"]));

const draftInput = z
  .strictObject({ source: id, ...content })
  .refine(isWindow, problemOf("order", ["windowEnd"]));

export const draftsInput = z.strictObject({ drafts: z.array(draftInput).min(1).max(DRAFT_LIMITS.sent) });
export type DraftsInput = z.output<typeof draftsInput>;

export const draftStateInput = z.strictObject({ state: z.enum(DRAFT_STATES).exclude(["ACCEPTED"]) });
export type DraftStateInput = z.output<typeof draftStateInput>;

const { kind, reliability, credibility } = inputsOf(PIECE_FIELDS, {});

/** What kind of evidence the text is, and how good. Declining takes the words as its reason unless one is sent. */
export const draftAcceptance = z.strictObject({
  kind,
  reliability,
  credibility,
  /** What the person who accepts it changes. */
  changes: z
    .strictObject({
      participant: content.participant,
      priority: content.priority,
      says: content.says,
      title: content.title,
      repeats: content.repeats,
    })
    .partial()
    .default({}),
  /** Who looks after the pledge, if the draft names nobody. */
  owner: nullable(email),
  reason: textInput(TEXT_LIMITS.reason).optional(),
});
export type DraftAcceptance = z.output<typeof draftAcceptance>;

export const draftParameters = z.strictObject({
  source: id.nullable().default(null),
  state: listParameter(DRAFT_STATES),
  limit,
});
export type DraftFilter = z.output<typeof draftParameters>;
