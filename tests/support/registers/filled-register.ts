// A register for a test file, filled by the seeded generator through `write()`.
import pg from "pg";
import { fillBench, fillWhole } from "@/bench/data/fill";
import type { Generated } from "@/bench/data/generate";
import type { Whole } from "@/bench/data/whole";
import { disconnect, pool } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/people/actor";
import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import { foundRegister, THE_REGISTER } from "@/lib/workspace/settings/commands";
import { KYIV } from "../cast";
import { createTestDatabase } from "./database";

export type FilledRegister = Filled & Generated;

interface Filled {
  /** The register's time just after filling, and its day. */
  at: Instant;
  today: Day;
  end: () => Promise<void>;
}

type Size = Parameters<typeof fillBench>[0];

export const filledRegister = (size: Size): Promise<FilledRegister> => filled(fillBench, size);

/** The same with conditions, mandates, links, offers and all else that the bench has. */
export const wholeRegister = (size: Size): Promise<Filled & Whole> => filled(fillWhole, size);

async function filled<G extends Generated>(
  fill: (size: Size, at: Instant, actor: Actor) => Promise<G>,
  size: Size,
): Promise<Filled & G> {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  await foundRegister({ demonstration: false, offsetMs: 0, timeZone: KYIV, marking: "Test" });
  const generated = await fill(size, await registerNow(), THE_REGISTER);
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
