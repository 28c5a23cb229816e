import type { SameLines } from "@/lib/domain/pledge/same-as";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";
import { rememberedUntilChange } from "../remembered";

/** All lines on record that are confirmed to be the same as another: few, next to all lines. As `sameLinesIn`. */
export const findSameLines = (): Promise<SameLines[]> =>
  rememberedUntilChange("same lines", () =>
    ask<SameLines>(sql`
      SELECT c.id AS line, c.same_line AS other FROM contribution c JOIN pledge p ON p.id = c.pledge_id
       WHERE c.same_line IS NOT NULL AND c.removed_in IS NULL AND p.voided_at IS NULL`),
  );
