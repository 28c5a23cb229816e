import type { Day } from "../base/day";

/** One cause of an item: `what` selects its sentence, `data` fills it. It may begin later than the item. */
export interface Cause {
  what: string;
  since: Day;
  /** The first day on which it no longer holds; left out where time alone doesn't end it. */
  until?: Day;
  data?: Record<string, string | number>;
}

/** Whether time alone has ended it. */
export const isOver = ({ until }: Pick<Cause, "until">, day: Day): boolean =>
  until !== undefined && until <= day;
