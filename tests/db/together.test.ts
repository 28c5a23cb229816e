// Queries that a page sends in one turn are one statement, whose answers come as JSON: each is what it would be alone.
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDeskToday } from "@/app/(register)/mine/desk-today";
import { loadPresentOnly } from "@/app/(register)/pledges/[reference]/present-only";
import { chance } from "@/bench/data/chance";
import { loadWaiters } from "@/lib/conditions/graph/queries";
import { disconnect, pool } from "@/lib/db/client";
import { askTogether, askTogetherByKeys } from "@/lib/db/sql/together";
import { ask } from "@/lib/db/sql/ask";
import { sql } from "@/lib/db/sql/sql";
import type { Actor } from "@/lib/domain/people/actor";
import { loadUnread } from "@/lib/inbox/inbox/queries";
import { loadHandovers, loadOpenHandovers } from "@/lib/people/handovers/queries";
import { loadChangedByOthers } from "@/lib/pledges/desk/queries";
import { loadClaimsOnDesk, loadPledge } from "@/lib/pledges/pledges/queries";
import { loadSuggestedToDesk } from "@/lib/pledges/suggestions/queries";
import { loadViews } from "@/lib/workspace/views/queries";
import { answersAt } from "../history/past/answers";
import * as cast from "../support/cast";
import { openDemonstration } from "../support/registers/demonstration";
import { value } from "../support/registers/staffed-register";

const { NOW, TODAY } = cast;
let drop: () => Promise<void>;
let officer: Actor;
beforeAll(async () => {
  const database = await openDemonstration();
  drop = async () => {
    await disconnect();
    await database.drop();
  };
  const email = "officer@register.example";
  const { rows } = await pool().query<{ id: string }>("SELECT id FROM person WHERE email = $1", [email]);
  officer = { ...cast.officer, email, id: rows[0]?.id ?? "" };
});
afterAll(() => drop());

test("lists, pages and figures are the same together as alone", async () => {
  for (const seed of [1, 2, 3]) {
    const asked = [seed, seed, seed + 10].map((one) => () => answersAt(cast.manager, NOW, chance(one)));
    const together = await askTogether(() => Promise.all(asked.map((one) => one())));
    for (const [place, one] of asked.entries()) expect(together[place]).toEqual(await one());
  }
});

test("an officer's day, and what is next to a pledge, are the same together as alone", async () => {
  const sheet = value(await loadPledge(officer, "US-4-001", NOW));
  const asked: (() => Promise<unknown>)[] = [
    () => loadDeskToday(officer, TODAY, NOW),
    () => loadHandovers(officer, { limit: 20 }),
    () => loadOpenHandovers(officer),
    () => loadSuggestedToDesk(officer),
    () => loadClaimsOnDesk(officer),
    () => loadChangedByOthers(officer, { since: "2026-01-01T00:00:00.000Z", limit: 8 }),
    () => loadUnread(officer),
    () => loadViews(officer, { page: "/pledges" }),
    () => loadWaiters(officer, sheet, 20, NOW),
    () => loadPresentOnly(officer, sheet, TODAY, NOW),
  ];
  const together = await askTogether(() => Promise.all(asked.map((one) => one())));
  for (const [place, one] of asked.entries()) expect(together[place]).toEqual(await one());
});

test("what is found by keys is planned once, and is the same as alone", async () => {
  const references = await ask<{ reference: string }>(
    sql`SELECT reference FROM pledge ORDER BY reference LIMIT 12`,
  );
  for (const { reference } of references) {
    const alone = await loadPledge(officer, reference, NOW);
    expect(await askTogetherByKeys(() => loadPledge(officer, reference, NOW))).toEqual(alone);
    const sheet = value(alone);
    const beside = () =>
      Promise.all([loadWaiters(officer, sheet, 20, NOW), loadPresentOnly(officer, sheet, TODAY, NOW)]);
    expect(await askTogetherByKeys(beside)).toEqual(await beside());
  }
  const planned = () => ask<{ name: string }>(sql`SELECT name FROM pg_prepared_statements`);
  const [names] = await askTogetherByKeys(() => Promise.all([planned(), planned()]));
  expect(names.some(({ name }) => name.startsWith("by-keys-"))).toBe(true);
});

test("queries of one turn are one statement, in the order of their rows; if one fails, all do", async () => {
  const rows = (least: number) =>
    ask<{ n: number; at: string }>(sql`
    SELECT n, audit.instant(register_now()) AS at FROM generate_series(${least}::int, 3) n ORDER BY n DESC`);
  const [first, second] = await askTogether(() => Promise.all([rows(1), rows(2)]));
  expect(first.map(({ n }) => n)).toEqual([3, 2, 1]);
  expect(second.map(({ n }) => n)).toEqual([3, 2]);
  expect(second[0]?.at).toBe(first[0]?.at);

  const wrong = () => ask(sql`SELECT 1 / 0 AS n`);
  const answers = await askTogether(() => Promise.allSettled([rows(1), wrong()]));
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
