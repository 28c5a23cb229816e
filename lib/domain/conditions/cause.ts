import type { Day } from "../base/day";

/** One cause of an item: `what` picks its sentence, `data` fills it. It may begin later than the item. */
export interface Cause {
  what: string;
  since: Day;
  data?: Record<string, string | number>;
}
