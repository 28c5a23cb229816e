import { ask } from "../../sql/ask";
import { rememberedUntilChange } from "../remembered";
import { sql } from "../../sql/sql";

export interface PageState {
  /** The number of the last entry; not newer than what is read after this. */
  position: number;
  /** References of the pledges that are for the coalition alone today. */
  coalitionOnly: ReadonlySet<string>;
}

/** What every page needs to know before it is read. */
export const findPageState = (): Promise<PageState> =>
  rememberedUntilChange("register state", async () => {
    const [row] = await ask<{ position: number; references: string | null }>(sql`
      SELECT h.seq::float8 AS position,
             (SELECT string_agg(p.reference, ' ') FROM pledge p WHERE p.handling = 'COALITION') AS references
        FROM audit.head h`);
    return { position: row?.position ?? 0, coalitionOnly: new Set(row?.references?.split(" ") ?? []) };
  });

export const findCoalitionOnly = async (): Promise<ReadonlySet<string>> =>
  (await findPageState()).coalitionOnly;
