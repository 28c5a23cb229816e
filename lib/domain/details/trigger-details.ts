import type { HistoryEntry } from "../proposals/history";
import type { Source } from "../pledge/source";
import type { Trigger } from "../pledge/trigger";

/** `pledges`: how many open pledges wait for it. */
export type TriggerRow = Trigger & { pledges: number };

export interface TriggerDetails extends Trigger {
  /** The sources of its evidence, by id. */
  documents: ReadonlyMap<string, Source>;
  /** Newest first. */
  history: HistoryEntry[];
}
