import { isDeepStrictEqual } from "node:util";
import type { SameLines } from "@/lib/domain/pledge/same-as";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";
import { rememberedUntilChangeOf } from "../log/page-state";

/** The last that this process read. */
let known: readonly SameLines[] = [];

/**
 * All lines on record that are confirmed to be the same as another: few, next to all lines. As `sameLinesIn`. The same object as
 * long as nothing of it has changed.
 */
export const findSameLines = (): Promise<readonly SameLines[]> =>
  rememberedUntilChangeOf(["pledge"], "same lines", async () => {
    const found = await ask<SameLines>(sql`
      SELECT c.id AS line, c.same_line AS other FROM contribution c JOIN pledge p ON p.id = c.pledge_id
       WHERE c.same_line IS NOT NULL AND c.removed_in IS NULL AND p.voided_at IS NULL ORDER BY c.id`);
    return isDeepStrictEqual(found, known) ? known : (known = found);
  });
