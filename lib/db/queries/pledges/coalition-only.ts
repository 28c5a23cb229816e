import { ask } from "../../sql/ask";
import { rememberedUntilChange } from "../remembered";
import { sql } from "../../sql/sql";

/** References of the pledges that are for the coalition alone today. */
export const findCoalitionOnly = (): Promise<ReadonlySet<string>> =>
  rememberedUntilChange("coalition only", async () => {
    const [row] = await ask<{ references: string | null }>(sql`
      SELECT string_agg(reference, ' ') AS references FROM pledge WHERE handling = 'COALITION'`);
    return new Set(row?.references?.split(" ") ?? []);
  });
