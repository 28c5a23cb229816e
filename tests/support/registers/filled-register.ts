// A register for a test file, filled by the seeded generator through `write()`.
import pg from "pg";
import { fillBench } from "@/bench/data/fill";
import type { Generated } from "@/bench/data/generate";
import { disconnect, pool } from "@/lib/db/client";
import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import { foundRegister, THE_REGISTER } from "@/lib/workspace/settings/commands";
import { KYIV } from "../cast";
import { createTestDatabase } from "./database";

export interface FilledRegister extends Generated {
  /** The register's time just after filling, and its day. */
  at: Instant;
  today: Day;
  end: () => Promise<void>;
}

export async function filledRegister(size: { seed: number; pledges: number }): Promise<FilledRegister> {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  await foundRegister({ demonstration: false, offsetMs: 0, timeZone: KYIV, marking: "Test" });
  const generated = await fillBench(size, await registerNow(), THE_REGISTER);
  await settle(database.ownerUrl);
  const at = await registerNow();
  return {
    ...generated,
    at,
    today: dayOf(at, KYIV),
    end: async () => {
      await disconnect();
      await database.drop();
    },
  };
}

/** Analyses the tables, as a database does by itself in time, so that plans are realistic. */
async function settle(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query("VACUUM ANALYZE");
  await owner.end();
}

async function registerNow(): Promise<Instant> {
  const { rows } = await pool().query<{ at: Instant }>("SELECT audit.instant(register_now()) AS at");
  return rows[0]?.at ?? "";
}
