// A pledge as it was read out of a text, by rules or by another program. It is no record: a person accepts it, changes it or
// puts it aside.
import type { Instant } from "../base/day";
import type { Priority } from "../base/priority";
import { refuse } from "../base/refusal";
import { ok, type Result } from "../base/result";
import type { TextSpan } from "../base/sentences";
import { mayKeepRecords, whyNotChange, type Actor, type Role } from "../people/actor";
import type { ApprovalKind } from "../pledge/approval";
import type { Condition } from "../pledge/condition";
import type { Contribution } from "../pledge/contribution";
import type { PledgeValues } from "../pledge/pledge-fields";
import type { LOGGED_AT } from "../pledge/stage";
import { hasEnded, type Stage } from "../pledge/stages";

/** How the words say it. */
export const DRAFT_SAYS = ["WILL", "MAY", "WONT"] as const;
export type DraftSays = (typeof DRAFT_SAYS)[number];

/** Never above Pledged: what binds is decided by people. */
export const STAGE_SAID = {
  WILL: "PLEDGED",
  MAY: "SIGNALLED",
  WONT: "DECLINED",
} as const satisfies Record<DraftSays, (typeof LOGGED_AT)[number]>;

/** One refuses what the other offers, so neither is evidence of the other. A pledge that ended otherwise was an offer. */
export const isOpposite = (says: DraftSays, stage: Stage): boolean =>
  says === "WONT" ? !hasEnded(stage) : stage === "DECLINED";

export const DRAFT_STATES = ["OPEN", "ASIDE", "ACCEPTED"] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export type DraftedLine = Omit<Contribution, "id" | "allocated" | "sameAs">;

/** Words that say what it waits for, and what they mean: a trigger on record, a decision of its own, or neither. */
export interface StatedCondition {
  span: TextSpan;
  trigger: string | null;
  approval: { kind: ApprovalKind; body: string } | null;
}

/** What words of the text say; those of conditions are with them. */
export const DRAFT_PARTS = ["WHO", "SAYS", "WHAT", "AMOUNT", "WHEN"] as const;
export type DraftPart = (typeof DRAFT_PARTS)[number];
export const MOST_DRAFT_WORDS = 40;
export const MOST_DRAFT_CONDITIONS = 10;

export interface DraftContent extends PledgeValues {
  /** Null: the text doesn't say who, and a person has to. */
  participant: string | null;
  /** Null: nobody has said yet. */
  priority: Priority | null;
  says: DraftSays;
  /** The words that it rests on, in the source's captured text. */
  span: TextSpan;
  words: { part: DraftPart; span: TextSpan }[];
  jointWith: string[];
  onBehalfOf: string[];
  contributions: DraftedLine[];
  conditions: StatedCondition[];
  /** Reference of the pledge that the words repeat: they become its evidence. */
  repeats: string | null;
}

export interface PledgeDraft {
  id: string;
  source: string;
  content: DraftContent;
  state: DraftState;
  /** Reference of the pledge that came of it. */
  pledge: string | null;
  proposedBy: { id: string; name: string; role: Role };
  version: number;
  createdAt: Instant;
}

/** Open ones by one person. */
export const MOST_OPEN_DRAFTS = 2_000;
export const LONGEST_DRAFT_WORDS = 4_000;

/** A text that repeats itself has hundreds; a page with all of them would be too large to open. */
export const DRAFTS_ON_PAGE = 100;

/** The drafts on the page of the requested one, otherwise of the first that is open. */
export function pageOfDrafts(
  drafts: readonly PledgeDraft[],
  asked: string | null,
): { shown: readonly PledgeDraft[]; before: number; next: PledgeDraft | null } {
  const place = [
    drafts.findIndex(({ id }) => id === asked),
    drafts.findIndex(({ state }) => state === "OPEN"),
    0,
  ].find((one) => one >= 0);
  const before = Math.floor((place ?? 0) / DRAFTS_ON_PAGE) * DRAFTS_ON_PAGE;
  const end = before + DRAFTS_ON_PAGE;
  return { shown: drafts.slice(before, end), before, next: drafts[end] ?? null };
}

/** Null for its desk; if it names no participant, for the person who proposed it, and for managers. */
export function whyNotDraft(
  actor: Actor,
  { content: { participant }, proposedBy }: Pick<PledgeDraft, "content" | "proposedBy">,
): "role" | "another-desk" | null {
  if (participant !== null) return whyNotChange(actor, participant);
  if (!mayKeepRecords(actor)) return "role";
  return actor.role === "MANAGER" || proposedBy.id === actor.id ? null : "another-desk";
}

/** The draft, if the actor may settle it now. `from`: the states in which it can be settled. */
export function settleableDraft(
  actor: Actor,
  draft: PledgeDraft,
  { ifMatch, from }: { ifMatch: number; from: readonly DraftState[] },
): Result<PledgeDraft> {
  const why = whyNotDraft(actor, draft);
  if (why) return refuse(why);
  if (draft.version !== ifMatch) return refuse("version");
  return from.includes(draft.state) ? ok(draft) : refuse("already-there");
}

/** A person sees those of their desk and those they proposed; a manager sees all. */
export const maySeeDraft = (actor: Actor, draft: PledgeDraft): boolean =>
  mayKeepRecords(actor) && (draft.proposedBy.id === actor.id || whyNotDraft(actor, draft) === null);

/** What it waits for, as stated in its evidence; null: nothing that is on record. */
export function conditionStated(
  { conditions }: Pick<DraftContent, "conditions">,
  evidence: readonly { id: string }[],
): Condition | null {
  const triggers = new Set(conditions.flatMap(({ trigger }) => trigger ?? []));
  const leaves = [...triggers].map((trigger) => ({
    trigger,
    basis: "STATED" as const,
    evidence: evidence.map(({ id }) => id),
  }));
  const [only] = leaves;
  return only && leaves.length === 1 ? only : only ? { all: leaves } : null;
}
