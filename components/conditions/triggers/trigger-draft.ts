import { textOrNull } from "@/components/pledges/contribution-form/amount-body";
import { bodyOf } from "@/components/pledges/contribution-form/typed-fields";
import {
  NEW_EVIDENCE,
  NEW_SOURCE,
  sourceSent,
  type DraftEvidence,
  type DraftSource,
} from "@/components/pledges/pledge-form/draft";
import { PIECE_FIELDS } from "@/lib/domain/pledge/evidence";
import type { Trigger } from "@/lib/domain/pledge/trigger";

export interface TriggerPiece {
  source: DraftSource;
  evidence: DraftEvidence;
}

export interface TriggerDraft {
  code: string;
  title: string;
  description: string;
  waiting: string;
  state: string;
  since: string;
  /** New evidence that is recorded with the change. */
  brought: TriggerPiece[];
  reason: string;
}

export type TriggerRead = Pick<
  Trigger,
  "code" | "version" | "title" | "description" | "waiting" | "state" | "since"
>;

export const NEW_TRIGGER_PIECE: TriggerPiece = { source: NEW_SOURCE, evidence: NEW_EVIDENCE };

export const NEW_TRIGGER: TriggerDraft = {
  code: "",
  title: "",
  description: "",
  waiting: "BLOCKING",
  state: "UNKNOWN",
  since: "",
  brought: [],
  reason: "",
};

export const triggerDraftOf = ({
  code,
  title,
  description,
  waiting,
  state,
  since,
}: TriggerRead): TriggerDraft => ({
  ...NEW_TRIGGER,
  code,
  title,
  description: description ?? "",
  waiting,
  state,
  since: since ?? "",
});

/** Every field that a change can hold. Evidence on record isn't sent, and stays. */
export const triggerBodyOf = ({ title, description, waiting, state, since, brought }: TriggerDraft) => ({
  title: title.trim(),
  description: textOrNull(description),
  waiting,
  state,
  since: textOrNull(since),
  evidence: brought.map(pieceOf),
});

/** Evidence about the whole trigger: no field, no claim, no expiry. */
const pieceOf = ({ source, evidence }: TriggerPiece): object => ({
  source: sourceSent(source),
  ...bodyOf(PIECE_FIELDS, evidence, {}),
});

/** Sets a state from today. A new state other than UNKNOWN needs a piece of evidence. */
export function withState(
  draft: TriggerDraft,
  state: string,
  base: string | null,
  today: string,
): Partial<TriggerDraft> {
  const needsPiece = state !== "UNKNOWN" && state !== base && draft.brought.length === 0;
  return {
    state,
    since: state === "UNKNOWN" && base === null ? "" : today,
    ...(needsPiece ? { brought: [NEW_TRIGGER_PIECE] } : {}),
  };
}
