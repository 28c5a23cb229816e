// Keystones and deadlocks in the demonstration, and the announced effect of a trigger's change compared with its
// real effect.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadEffect, loadKeystone } from "@/lib/conditions/conditions/queries";
import { disconnect, pool } from "@/lib/db/client";
import { loadCycles } from "@/lib/conditions/deadlocks/queries";
import type { Actor } from "@/lib/domain/people/actor";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import { leafName } from "@/lib/domain/conditions/leaf-name";
import { parseKeystoneFilter } from "@/lib/conditions/keystones/filter";
import { loadKeystones, type KeystonePage } from "@/lib/conditions/keystones/queries";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { changeTrigger } from "@/lib/conditions/triggers/commands";
import { loadTrigger } from "@/lib/conditions/triggers/queries";
import { triggerChanges } from "@/lib/conditions/triggers/schema";
import * as cast from "../../support/cast";
import { openDemonstration } from "../../support/registers/demonstration";
import { refusalOf, value } from "../../support/registers/staffed-register";

const NOW = "2026-02-25T08:40:00.000Z";
const GUARANTEE = "US-4-001:COMMITTED";

let manager: Actor;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await openDemonstration();
  const { rows } = await pool().query<Actor>(
    "SELECT id, email, name, role, desk, sealed FROM person WHERE email = 'manager@register.example'",
  );
  manager = { ...cast.manager, ...rows[0] };
  drop = async () => {
    await disconnect();
    await database.drop();
  };
});
afterAll(() => drop());

const keystones = async (search = ""): Promise<KeystonePage> =>
  value(await loadKeystones(cast.auditor, value(parseKeystoneFilter(new URLSearchParams(search))), NOW));
const named = (all: KeystonePage, name: string): KeystoneRow | undefined =>
  all.items.find(({ leaf }) => leafName(leaf) === name);

describe("the keystone of the demonstration", () => {
  test("is the American guarantee, leaving out what is dormant", async () => {
    const { first } = await keystones();
    expect(first).toMatchObject({
      leaf: { pledge: "US-4-001", atLeast: "COMMITTED" },
      participants: ["BE", "DE", "FR", "GB", "SE", "UA"],
      necessary: ["BE-2-001", "BE-3-001", "DE-3-001", "SE-3-001", "SE-3-002", "UA-4-001"],
      frees: [],
      freesAssumed: ["DE-3-001", "GB-3-001", "UA-4-001"],
    });
    expect(first?.named).toHaveLength(8);
  });

  test("comes second only to the ceasefire, which is necessary for 21 of 37", async () => {
    const all = await keystones("limit=200");
    expect(all.waiting).toBe(37);
    expect(all.items.slice(0, 2).map(({ leaf }) => leafName(leaf))).toEqual([
      "CEASEFIRE_IN_FORCE",
      GUARANTEE,
    ]);
    const ceasefire = named(all, "CEASEFIRE_IN_FORCE");
    expect(ceasefire?.necessary).toHaveLength(21);
    expect(ceasefire?.frees).toHaveLength(7);
  });

  test("has, like every other, its waiting pledges in the list of pledges and on its own page", async () => {
    for (const { leaf, named: references } of (await keystones("limit=200")).items) {
      const filter = value(parsePledgeFilter(new URLSearchParams({ waits: leafName(leaf), limit: "200" })));
      const { items } = value(await loadPledges(cast.auditor, filter, NOW));
      expect(items.map(({ reference }) => reference).sort()).toEqual(references);
      const { waiters } = value(
        await loadKeystone(cast.auditor, leaf, { show: "named", inferred: "with" }, NOW),
      );
      expect(waiters.map(({ reference }) => reference)).toEqual(references);
    }
  });
});

describe("a list of keystones", () => {
  test("continues from page to page in every order", async () => {
    for (const sort of ["necessary", "-named", "frees", "-freesAssumed"]) {
      const whole = (await keystones(`limit=200&sort=${sort}`)).items.map(({ leaf }) => leafName(leaf));
      const seen: string[] = [];
      for (let cursor: string | null = ""; cursor !== null;) {
        const page: KeystonePage = await keystones(`limit=7&sort=${sort}${cursor && `&cursor=${cursor}`}`);
        seen.push(...page.items.map(({ leaf }) => leafName(leaf)));
        cursor = page.next;
      }
      expect(seen).toEqual(whole);
      expect(new Set(seen).size).toBe(31);
    }
  });
  test("is filtered by kind, by what is dormant, and by participant", async () => {
    expect((await keystones("dormant=only")).items.every(({ isDormant }) => isDormant)).toBe(true);
    expect((await keystones("dormant=without&kind=trigger")).total).toBe(5);
    for (const { participants } of (await keystones("participant=RO")).items)
      expect(participants).toContain("RO");
  });
  test("refuses a cursor of another order", () => {
    const refused = parseKeystoneFilter(new URLSearchParams("cursor=WyJuYW1lZCIsIjEiLCIxIiwiQUEiXQ"));
    expect(refusalOf(refused)).toBe("invalid, cursor bad-cursor");
  });
});

test("the guarantee's circle is a deadlock, shown with the denial; the guarantee opens the other one", async () => {
  const { items } = value(await loadCycles(cast.auditor, NOW));
  expect(items).toMatchObject([
    { pledges: ["UA-4-001", "US-4-001"], isDeadlock: true, since: "2026-01-27", openers: [] },
    {
      pledges: ["FR-3-001", "GB-3-001", "US-3-001"],
      isDeadlock: false,
      openers: [{ pledge: "US-4-001", atLeast: "COMMITTED" }],
    },
  ]);
  expect(items[0]?.edges).toEqual([
    { from: "UA-4-001", to: "US-4-001", atLeast: "COMMITTED", basis: "REPORTED" },
    { from: "US-4-001", to: "UA-4-001", atLeast: "COMMITTED", basis: "REPORTED" },
  ]);
  const told = items[0]?.evidence.map(({ pledge, supports, claims }) => ({ pledge, supports, claims }));
  expect(told).toContainEqual({
    pledge: "US-4-001",
    supports: false,
    claims: "report denied by the White House",
  });
});

test("a keystone is computed once for each state of the register", async () => {
  const [before, again] = [await keystones(), await keystones("limit=3")];
  expect(again.items.length).toBe(3);
  for (const [place, row] of again.items.entries()) expect(row).toBe(before.items[place]);
});

test("an administrator may read none of it, and an unknown trigger is not found", async () => {
  const ceasefire = { trigger: "CEASEFIRE_IN_FORCE" };
  const asked = value(parseKeystoneFilter(new URLSearchParams()));
  expect(refusalOf(await loadKeystones(cast.admin, asked, NOW))).toBe("role");
  expect(refusalOf(await loadKeystone(cast.admin, ceasefire, { show: "named", inferred: "with" }, NOW))).toBe(
    "role",
  );
  expect(refusalOf(await loadCycles(cast.admin, NOW))).toBe("role");
  expect(refusalOf(await loadEffect(cast.admin, "CEASEFIRE_IN_FORCE", { since: null }, NOW))).toBe("role");
  expect(refusalOf(await loadEffect(cast.auditor, "NOTHING", { since: null }, NOW))).toBe("not-found");
  expect(
    refusalOf(
      await loadKeystone(cast.auditor, { trigger: "NOTHING" }, { show: "named", inferred: "with" }, NOW),
    ),
  ).toBe("not-found");
});

test.each([
  ["CEASEFIRE_IN_FORCE", { state: "MET" }],
  ["FORCE_RULES_AGREED", { state: "MET" }],
  ["US_MONITORING_ACTIVE", { waiting: "DORMANT" }],
  ["CEASEFIRE_IN_FORCE", { state: "UNKNOWN" }],
] as const)("the effect of changing %s to %o is what was announced", async (code, change) => {
  const trigger = value(await loadTrigger(manager, code, NOW));
  const { effect } = value(await loadEffect(cast.auditor, code, { since: null, ...change }, NOW));
  const before = await items();
  const startedBefore = await started();
  const evidence = "state" in change && change.state !== "UNKNOWN" ? [PIECE] : [];
  const changes = triggerChanges.parse({ ...change, evidence });
  value(await changeTrigger(manager, { code, ifMatch: trigger.version, changes }));
  const [after, startedAfter] = [await items(), await started()];

  const moved = new Map<string, { gone: number; come: number }>();
  const count = (from: string[], to: string[], what: "gone" | "come") => {
    for (const item of from.filter((one) => !to.includes(one))) {
      const sum = moved.get(item.split(" ")[0] ?? "") ?? { gone: 0, come: 0 };
      sum[what] += 1;
      moved.set(item.split(" ")[0] ?? "", sum);
    }
  };
  count(before, after, "gone");
  count(after, before, "come");
  expect(Object.fromEntries(effect.items.map(({ code: one, gone, come }) => [one, { gone, come }]))).toEqual(
    Object.fromEntries(moved),
  );
  expect(effect.freed).toEqual(startedAfter.filter((one) => !startedBefore.includes(one)));
  expect(effect.stopped).toEqual(startedBefore.filter((one) => !startedAfter.includes(one)));
});

const PIECE = {
  source: { publisher: "Joint monitors", language: "en", ownership: "OFFICIAL" },
  kind: "OFFICIAL_STATEMENT",
  reliability: "A",
  credibility: 1,
};

async function items(): Promise<string[]> {
  const { rows } = await pool().query<{ item: string }>(
    "SELECT code || ' ' || reference AS item FROM unresolved_item WHERE reference IS NOT NULL AND since <= '2026-02-25'",
  );
  return rows.map(({ item }) => item);
}

/** Open pledges with a condition that is true. */
async function started(): Promise<string[]> {
  const filter = value(parsePledgeFilter(new URLSearchParams("limit=200")));
  const { items: rows } = value(await loadPledges(cast.auditor, filter, NOW));
  return rows.filter(({ actionable }) => actionable).map(({ reference }) => reference);
}
