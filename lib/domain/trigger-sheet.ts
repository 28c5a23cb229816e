// A trigger as pages show it.
import type { HistoryEntry } from "./history";
import type { Source } from "./source";
import type { Trigger } from "./trigger";

/** With how many open pledges wait for it. */
export type TriggerRow = Trigger & { pledges: number };

export interface TriggerSheet extends Trigger {
  /** What its evidence stands in, by id. */
  documents: ReadonlyMap<string, Source>;
  /** The newest first. */
  history: HistoryEntry[];
}
