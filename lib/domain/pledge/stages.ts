// How far the participant is bound, weakest first; then the ways out.
export const OPEN_STAGES = ["SIGNALLED", "PLEDGED", "COMMITTED", "ALLOCATED", "DELIVERING"] as const;
export type OpenStage = (typeof OPEN_STAGES)[number];

export const LADDER = [...OPEN_STAGES, "FULFILLED"] as const;
export type LadderStage = (typeof LADDER)[number];

export const EXITS = ["DECLINED", "SUSPENDED", "WITHDRAWN", "LAPSED", "SUPERSEDED"] as const;

export const STAGES = [...LADDER, ...EXITS] as const;
export type Stage = (typeof STAGES)[number];

export const isOpen = (stage: Stage): stage is OpenStage => (OPEN_STAGES as readonly Stage[]).includes(stage);
/** Final: no step leads on from here. */
export const hasEnded = (stage: Stage): boolean => !isOnLadder(stage) && stage !== "SUSPENDED";

export const isOnLadder = (stage: Stage): stage is LadderStage =>
  (LADDER as readonly Stage[]).includes(stage);

/** 0 for SIGNALLED to 5 for FULFILLED; -1 off the ladder. */
export const rungOf = (stage: Stage): number => (LADDER as readonly Stage[]).indexOf(stage);

/** On the ladder and at least as high. */
export const atLeast = (stage: Stage, least: LadderStage): boolean => rungOf(stage) >= rungOf(least);

/** The rungs above `from`, up to and with `to`. */
export const rungsBetween = (from: Stage, to: LadderStage): LadderStage[] =>
  LADDER.slice(rungOf(from) + 1, rungOf(to) + 1);
