// What the response ladder shows, in figures: the title of its drawing is a sentence of them.
import { RESPONSE_DAYS, pledgesOf, type ResponseRow } from "./response-ladder";

export interface LadderFinding {
  /** Rows in which something is needed by the last day. */
  needed: number;
  /** Those of them that firm offers fill by then. */
  filled: number;
  /** The first day on which anything firm is there; null: on none. */
  first: number | null;
  /** Pledges that would count but don't say how long they take. */
  silent: number;
}

export function ladderFinding(rows: readonly ResponseRow[]): LadderFinding {
  const needed = rows.filter(({ rungs }) => (rungs.at(-1)?.need ?? 0n) > 0n);
  return {
    needed: needed.length,
    filled: needed.filter(({ rungs }) => rungs.at(-1)?.short.length === 0).length,
    first:
      RESPONSE_DAYS.find((_, place) =>
        rows.some(({ rungs }) => {
          const firm = rungs[place]?.firm;
          return firm !== undefined && (firm.low > 0n || firm.unsaid + firm.sealed > 0);
        }),
      ) ?? null,
    silent: pledgesOf(rows.flatMap(({ unplaced }) => unplaced)).length,
  };
}
