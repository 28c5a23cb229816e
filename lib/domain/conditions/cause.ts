import type { Day } from "../base/day";

/** One cause of what is unresolved: `what` names its sentence, `data` fills it. It may begin after the item does. */
export interface Cause {
  what: string;
  since: Day;
  data?: Record<string, string | number>;
}
