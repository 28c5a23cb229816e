// A trigger as pages show it.
import type { HistoryEntry } from "../proposals/history";
import type { Source } from "../pledge/source";
import type { Trigger } from "../pledge/trigger";

/** With how many open pledges wait for it. */
export type TriggerRow = Trigger & { pledges: number };

export interface TriggerSheet extends Trigger {
  /** What its evidence stands in, by id. */
  documents: ReadonlyMap<string, Source>;
  /** The newest first. */
  history: HistoryEntry[];
}
