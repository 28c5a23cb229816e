// A register of an earlier build is brought up to date: every entry stays as it was, and people go on working.
import { readdirSync } from "node:fs";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect, pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { changePledge } from "@/lib/pledges/pledges/commands";
import { loadHistory, loadPledge } from "@/lib/pledges/pledges/queries";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";
import { migrate } from "@/scripts/database/migrate.mjs";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { catalogOf, type Catalog } from "@/tests/db/schema/catalog";
import { createTestDatabase } from "@/tests/support/registers/database";
import { done } from "@/tests/support/decisions";
import { value } from "@/tests/support/registers/staffed-register";
import { asOwner, brokenEntries, COMMITS, openOldRegister, rowsOf } from "./old-register";

const LOGS = [
  "audit.event",
  "audit.head",
  "audit.access",
  "audit.checkpoint",
  "audit.node",
  "audit.sealing_key",
];
const EARLIER = readdirSync(new URL("../../prisma/migrations-before-1.0/", import.meta.url)).sort();

describe.each(COMMITS)("a register of %s", (commit) => {
  let register: TestDatabase;
  let had: string[];
  let applied: string[];
  let before: Record<string, string[]>;
  beforeAll(async () => {
    register = await openOldRegister(commit);
    had = await asOwner(register, migrationsOf);
    before = await logsOf(register);
    expect(await asOwner(register, brokenEntries)).toBe(0);
    ({ applied } = await bringUpToDate(register));
    await disconnect();
    process.env.DATABASE_URL = register.appUrl;
  });
  afterAll(async () => {
    await disconnect();
    await register.drop();
  });

  test("gets the migrations that it lacks, and has the baseline on record", async () => {
    const lacked = EARLIER.filter((name) => !had.includes(name));
    const later = applied.slice(lacked.length);
    expect(lacked.length).toBeGreaterThan(0);
    expect(applied).toEqual([...lacked, ...later]);
    expect(await asOwner(register, migrationsOf)).toEqual([...EARLIER, "20261203000000_baseline", ...later]);
  });

  test("keeps each entry of its logs to the letter", async () => {
    expect(before["audit.event"]?.length).toBeGreaterThan(60);
    expect(await logsOf(register)).toEqual(before);
  });

  test("is intact, by every check there is", async () => {
    expect(await verifyRegister()).toMatchObject({ intact: true, events: before["audit.event"]?.length });
  });

  test("has the structure of a new one", async () => {
    const fresh = await createTestDatabase();
    expect(structureOf(await asOwner(register, catalogOf))).toEqual(
      structureOf(await asOwner(fresh, catalogOf)),
    );
    await fresh.drop();
  });

  test("shows every pledge with its history, and accepts a change", async () => {
    process.env.DATABASE_URL = register.appUrl;
    const [officer, at] = [await actorOf("officer@register.example"), await registerNow()];
    const pledges = await column<string>("SELECT reference AS value FROM pledge ORDER BY 1");
    expect(pledges.length).toBeGreaterThan(5);
    for (const reference of pledges) {
      const sheet = value(await loadPledge(officer, reference, at));
      const { items } = value(await loadHistory(officer, reference, { cursor: null, limit: 50 }, at));
      expect([sheet.reference, items.at(-1)?.action]).toEqual([reference, "pledge.logged"]);
    }
    const [reference = ""] = pledges.filter((one) => one.startsWith("FR-"));
    const { version } = value(await loadPledge(officer, reference, at));
    const changes = pledgeChanges.parse({ nextAction: "Ask again after the upgrade" });
    const after = done(await changePledge(officer, { reference, ifMatch: version, changes }, at));
    expect(after).toMatchObject({ version: version + 1, nextAction: "Ask again after the upgrade" });
    expect(await verifyRegister()).toMatchObject({ intact: true });
    expect((await logsOf(register))["audit.event"]).toEqual(
      expect.arrayContaining(before["audit.event"] ?? []),
    );
  });
});

const bringUpToDate = ({ ownerUrl, appUrl }: TestDatabase) => migrate({ ownerUrl, appUrl });

const migrationsOf = async (owner: pg.Client): Promise<string[]> =>
  (
    await owner.query<{ name: string }>("SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1")
  ).rows.map(({ name }) => name);

/** Rows of tables that an upgrade may only append to. */
const logsOf = (register: TestDatabase): Promise<Record<string, string[]>> =>
  asOwner(register, async (owner) => {
    const logs: Record<string, string[]> = {};
    for (const table of LOGS) logs[table] = await rowsOf(owner, table);
    return logs;
  });

/**
 * Without the tables' rows and the sequences' values. Of a constraint only its words: a dump puts other parentheses, and the
 * order in which kinds of records were added to a list differs if migrations came from two branches.
 */
const structureOf = ({ constraints = [], ...parts }: Catalog): Catalog => ({
  ...Object.fromEntries(
    Object.entries(parts).filter(([part]) => part !== "sequences" && !part.startsWith("rows of")),
  ),
  constraints: constraints.map((line) => [...line.matchAll(/[^\s(),[\]]+/g)].flat().sort().join(" ")).sort(),
});

async function column<T>(sql: string): Promise<T[]> {
  return (await pool().query<{ value: T }>(sql)).rows.map((row) => row.value);
}

const registerNow = async (): Promise<Instant> =>
  (await column<Instant>("SELECT audit.instant(register_now()) AS value"))[0] ?? "";

async function actorOf(email: string): Promise<Actor> {
  const { rows } = await pool().query<Pick<Actor, "id" | "email" | "name" | "role" | "desk">>(
    "SELECT id, email, name, role, desk, sealed FROM person WHERE email = $1",
    [email],
  );
  const [person] = rows;
  if (!person) throw new Error(`nobody is ${email}`);
  return { ...person, session: null, request: null };
}
