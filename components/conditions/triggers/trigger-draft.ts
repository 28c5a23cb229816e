import { bodyOf, typedOf, type Typed } from "@/components/pledges/contribution-form/typed-fields";
import { NEW_PIECE, sourceSent, type DraftPiece } from "@/components/pledges/pledge-form/draft";
import { PIECE_FIELDS } from "@/lib/domain/pledge/evidence";
import { unstatedIn, type ValuesOf } from "@/lib/domain/base/field";
import { TRIGGER_FIELDS, type Trigger } from "@/lib/domain/pledge/trigger";

export interface TriggerDraft extends Typed<typeof TRIGGER_FIELDS> {
  code: string;
  /** New evidence that is recorded with the change. */
  brought: DraftPiece[];
  reason: string;
}

export type TriggerRead = ValuesOf<typeof TRIGGER_FIELDS> & Pick<Trigger, "code" | "version">;

export const NEW_TRIGGER: TriggerDraft = {
  code: "",
  ...typedOf(TRIGGER_FIELDS, unstatedIn(TRIGGER_FIELDS)),
  brought: [],
  reason: "",
};

export const triggerDraftOf = (read: TriggerRead): TriggerDraft => ({
  ...NEW_TRIGGER,
  code: read.code,
  ...typedOf(TRIGGER_FIELDS, read),
});

/** Every field that a change can hold. Evidence on record isn't sent, and stays. */
export const triggerBodyOf = (draft: TriggerDraft) =>
  bodyOf(TRIGGER_FIELDS, draft, { evidence: draft.brought.map(pieceOf) });

/** Evidence about the whole trigger: no field, no claim, no expiry. */
const pieceOf = ({ source, evidence }: DraftPiece): object => ({
  source: sourceSent(source),
  ...bodyOf(PIECE_FIELDS, evidence, {}),
});

type Stood = Pick<TriggerRead, "state" | "since">;

/** The day a new state began is asked for. A new state other than UNKNOWN needs a piece of evidence. */
export function withState(draft: TriggerDraft, state: string, stood: Stood | null): Partial<TriggerDraft> {
  const isAsItStood = state === stood?.state;
  const needsPiece = state !== "UNKNOWN" && !isAsItStood && draft.brought.length === 0;
  return {
    state,
    since: isAsItStood ? (stood.since ?? "") : "",
    ...(needsPiece ? { brought: [NEW_PIECE] } : {}),
  };
}

/** A fact that begins to hold, or no longer does, has its day. One that never held has none. */
export const needsSince = (state: string, stood: Stood | null): boolean =>
  state !== stood?.state && (state === "MET" || (state === "NOT_MET" && stood?.state === "MET"));

export const lacksSince = ({ state, since }: TriggerDraft, stood: Stood | null): boolean =>
  needsSince(state, stood) && since.trim() === "";
