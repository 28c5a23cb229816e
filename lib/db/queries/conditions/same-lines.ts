import { isDeepStrictEqual } from "node:util";
import type { SameLines } from "@/lib/domain/pledge/same-as";
import { followingLog } from "../log/following";
import { ask } from "../../sql/ask";
import { sql, type Sql } from "../../sql/sql";

/**
 * All lines on record that are confirmed to be the same as another, as `sameLinesIn` finds them: few,
 * compared with all lines. The same object as long as nothing in it changes.
 */
export const findSameLines: () => Promise<readonly SameLines[]> = followingLog<readonly LineOfPledge[]>(
  "same lines",
  {
    kinds: ["pledge"],
    all: () => linesOfPledges(sql`true`),
    changed: async (before, idsOf) => {
      const ids = new Set(idsOf("pledge"));
      if (ids.size === 0) return before;
      const found = await linesOfPledges(sql`p.id = ANY(${[...ids]}::uuid[])`);
      const had = before.filter(({ pledge }) => ids.has(pledge));
      return isDeepStrictEqual(found, had)
        ? before
        : [...before.filter(({ pledge }) => !ids.has(pledge)), ...found];
    },
  },
);

interface LineOfPledge extends SameLines {
  pledge: string;
}

const linesOfPledges = (which: Sql): Promise<LineOfPledge[]> =>
  ask<LineOfPledge>(sql`
    SELECT c.id AS line, c.same_line AS other, p.id AS pledge FROM contribution c JOIN pledge p ON p.id = c.pledge_id
     WHERE c.same_line IS NOT NULL AND c.removed_in IS NULL AND p.voided_at IS NULL AND ${which} ORDER BY c.id`);
