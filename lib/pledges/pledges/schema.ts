import { z } from "zod";
import { allocation, allocationFits, AS_STATED_LIMIT, moneyInput, sealableInput } from "@/lib/schema/amounts";
import { CAVEAT_CATEGORIES, CONTRIBUTION_FIELDS } from "@/lib/domain/pledge/contribution";
import { isDay, type Day } from "@/lib/domain/base/day";
import { MOST_EVIDENCE, PLEDGE_PIECE_FIELDS } from "@/lib/domain/pledge/evidence";
import { LINK_ANSWERS, LINK_STATES, MOST_LINKS } from "@/lib/domain/pledge/link";
import { PLEDGE_FIELDS, TEXT_LIMITS } from "@/lib/domain/pledge/pledge-fields";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { LONGEST_SOURCE_TEXT } from "@/lib/domain/pledge/source";
import { LOGGED_AT } from "@/lib/domain/pledge/stage";
import { STAGES } from "@/lib/domain/pledge/stages";
import {
  dayInput,
  fileIds,
  id,
  nullable,
  participantCode,
  pledgeReference,
  problemOf,
  sourceFields,
  textInput,
} from "@/lib/schema/fields";
import { optionalInputsOf, inputsOf } from "@/lib/schema/by-field";

export const PLEDGE_LIMITS = {
  reason: TEXT_LIMITS.reason,
  contributions: 50,
  asStated: AS_STATED_LIMIT,
  caveats: 30,
  caveat: 1_000,
  evidence: 50,
  evidenceInAll: MOST_EVIDENCE,
  changed: 200,
} as const;

/** Whether both ends are days, but in the wrong order. */
export const isTurned = (from: Day | null | undefined, to: Day | null | undefined): boolean =>
  isDay(from ?? "") && isDay(to ?? "") && (to ?? "") < (from ?? "");

const { allocated, ...contributionFields } = inputsOf(CONTRIBUTION_FIELDS, {
  quantity: sealableInput,
  money: moneyInput,
  caveats: z
    .array(z.strictObject({ category: z.enum(CAVEAT_CATEGORIES), text: textInput(PLEDGE_LIMITS.caveat) }))
    .max(PLEDGE_LIMITS.caveats)
    .default([]),
  allocated: allocation,
  /** Id of a contribution on record that is the same unit or sum, or the link as it was read. */
  sameAs: z.union([
    id,
    z.strictObject({
      pledge: pledgeReference.optional(),
      contribution: id,
      state: z.enum(LINK_STATES).optional(),
      reason: nullable(textInput(PLEDGE_LIMITS.reason)),
    }),
  ]),
});
/** Of a line that isn't on record yet. */
export const CONTRIBUTION_INPUTS = contributionFields;
export const isAvailable = (given: { availableFrom: Day | null; availableTo: Day | null }): boolean =>
  !isTurned(given.availableFrom, given.availableTo);

const contributionInput = z
  .strictObject(contributionFields)
  .refine(isAvailable, problemOf("order", ["availableTo"]));

/** With an `id` it changes that line; without, it is a new one. */
const contributionChange = allocationFits(
  z
    .strictObject({ id: id.optional(), ...contributionFields, allocated })
    .refine(isAvailable, problemOf("order", ["availableTo"])),
);
export type ContributionChange = z.output<typeof contributionChange>;
/** The lines that lines are stated to be the same as. */
export type LinesWithSameAs = readonly Pick<ContributionChange, "sameAs">[];

const place = z.int().min(0).max(LONGEST_SOURCE_TEXT);

export const evidenceInput = z.strictObject({
  source: z.union([sourceFields, z.strictObject({ id })]),
  ...inputsOf(PLEDGE_PIECE_FIELDS, {}),
  /** Uploaded before, by POST /files. */
  files: fileIds,
  /** The quote's place in the source's captured text: UTF-16 code units, end exclusive. */
  span: nullable(z.strictObject({ start: place, end: place })),
});
export type EvidenceInput = z.output<typeof evidenceInput>;

const reason = textInput(PLEDGE_LIMITS.reason);

/** Codes of other participants. */
export const participants = z.array(participantCode).max(MOST_LINKS);
export const isWindow = (given: {
  windowStart?: Day | null | undefined;
  windowEnd?: Day | null | undefined;
}): boolean => !isTurned(given.windowStart, given.windowEnd);

export const pledgeInput = z
  .strictObject({
    participant: participantCode,
    priority: z.literal(PRIORITIES),
    ...inputsOf(PLEDGE_FIELDS, {}),
    jointWith: participants.default([]),
    onBehalfOf: participants.default([]),
    stage: z.enum(LOGGED_AT),
    reason: reason.optional(),
    /** Left out: the day it was stated, or today if that lies ahead. */
    lastConfirmedOn: dayInput.optional(),
    contributions: z.array(contributionInput).max(PLEDGE_LIMITS.contributions).default([]),
    evidence: z.array(evidenceInput).min(1).max(PLEDGE_LIMITS.evidence),
    /** A closed or voided pledge of the same participant that this one replaces. */
    supersedes: pledgeReference.optional(),
  })
  .refine(isWindow, problemOf("order", ["windowEnd"]));
export type PledgeInput = z.output<typeof pledgeInput>;

const contentChanges = {
  ...optionalInputsOf(PLEDGE_FIELDS, {}),
  jointWith: participants.optional(),
  onBehalfOf: participants.optional(),
  contributions: z.array(contributionChange).max(PLEDGE_LIMITS.contributions).optional(),
};

/** Fields left out stay as they are; a list replaces the list. */
export const pledgeChanges = z
  .strictObject({ ...contentChanges, reason: reason.optional() })
  .refine(isWindow, problemOf("order", ["windowEnd"]));
export type PledgeChanges = z.output<typeof pledgeChanges>;

/** `evidence`: ids of existing pieces, or new ones, recorded with the stage change. */
export const stageInput = z.strictObject({
  to: z.enum(STAGES),
  changes: z
    .strictObject(contentChanges)
    .refine(isWindow, problemOf("order", ["windowEnd"]))
    .optional(),
  reason: reason.optional(),
  evidence: z
    .array(z.union([evidenceInput, id]))
    .max(PLEDGE_LIMITS.evidence)
    .default([]),
  successor: pledgeReference.optional(),
  /** Why it may start although its condition isn't true; for DELIVERING and later stages. */
  override: reason.optional(),
});
export type StageInput = z.output<typeof stageInput>;

export const confirmInput = z.strictObject({ on: dayInput.optional() });
export type ConfirmInput = z.output<typeof confirmInput>;

/** The fields that can be changed in bulk: none that may need a decision, or that is specific to one pledge. */
const manyChanges = {
  owner: contentChanges.owner,
  nextAction: contentChanges.nextAction,
  nextActionDueOn: contentChanges.nextActionDueOn,
  dueOn: contentChanges.dueOn,
};

/** The same change for each, at the version that was seen. `confirm`: it still holds, today or `on` that day. */
export const changeManyInput = z
  .strictObject({
    items: z
      .array(z.strictObject({ reference: pledgeReference, version: z.int().min(1).max(999_999_999) }))
      .min(1)
      .max(PLEDGE_LIMITS.changed),
    changes: z.strictObject(manyChanges).default({}),
    confirm: z.boolean().default(false),
    on: dayInput.optional(),
  })
  .refine(
    ({ items }) => new Set(items.map(({ reference }) => reference)).size === items.length,
    problemOf("twice", ["items"]),
  )
  .refine(
    ({ changes, confirm }) => confirm || Object.values(changes).some((value) => value !== undefined),
    problemOf("nothing-wished", ["changes"]),
  )
  .refine(({ confirm, on }) => confirm || on === undefined, problemOf("nothing-wished", ["on"]));
export type ChangeManyInput = z.output<typeof changeManyInput>;

export const applyRulingInput = z.strictObject({ ruling: id });
export type ApplyRulingInput = z.output<typeof applyRulingInput>;

/**
 * For a claim about a participant on the actor's own desk, or about a line of theirs: then `contribution` is
 * the id of the line that makes the claim. Declining without a reason is refused as `reason-missing`.
 */
export const linkAnswerInput = z
  .strictObject({
    participant: participantCode.optional(),
    contribution: id.optional(),
    does: z.enum(LINK_ANSWERS),
    reason: nullable(reason),
  })
  .refine(
    ({ participant, contribution }) => (participant === undefined) !== (contribution === undefined),
    problemOf("one-claim", ["participant"]),
  );
export type LinkAnswerInput = z.output<typeof linkAnswerInput>;

/** Without a reason the command refuses it as `reason-missing`. */
export const voidInput = z.strictObject({ reason: reason.optional() });
export const retractInput = z.strictObject({ reason: reason.optional() });
