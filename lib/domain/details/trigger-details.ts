import type { HistoryEntry } from "../proposals/history";
import type { Source } from "../pledge/source";
import type { Trigger, TriggerState } from "../pledge/trigger";

/** `pledges`: how many open pledges name it in their condition. */
export type TriggerRow = Trigger & { pledges: number };

export interface TriggerDetails extends Trigger {
  /** The sources of its evidence, by id. */
  documents: ReadonlyMap<string, Source>;
  /** By id of its evidence; left out: given before the history begins. */
  givenFor: Readonly<Record<string, GivenFor>>;
  /** Newest first. */
  history: HistoryEntry[];
}

/** The state that a piece of evidence was given for. */
export interface GivenFor {
  state: TriggerState;
  /** The state has changed since, though it may be the same again. */
  isEarlier: boolean;
}

type Stated = Pick<Trigger, "state" | "evidence">;

/** From its changes, the newest first. */
export function statesGiven(
  changes: readonly { before: Stated | null; after: Stated }[],
): Readonly<Record<string, GivenFor>> {
  const given: Record<string, GivenFor> = {};
  let isEarlier = false;
  for (const { before, after } of changes) {
    const known = new Set(before?.evidence.map(({ id }) => id));
    for (const { id } of after.evidence) if (!known.has(id)) given[id] = { state: after.state, isEarlier };
    isEarlier ||= before !== null && before.state !== after.state;
  }
  return given;
}
