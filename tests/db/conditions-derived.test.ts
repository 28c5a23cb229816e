// What is blocked or dormant, and why, follows from other records: however these change, in any order and at the same
// moment, the stored copy is what the rules say, even while the change of a trigger is being prepared.
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { chance, type Chance } from "@/bench/data/chance";
import { disconnect, pool } from "@/lib/db/client";
import { prepareSome, tidySome, unfinishedChange } from "@/lib/db/derived/preparing";
import { findNaming } from "@/lib/db/queries/conditions/waiting";
import { findWaitingRegister } from "@/lib/db/queries/conditions/waiting-register";
import { checkRegister } from "@/lib/db/derived/check";
import { findPast } from "@/lib/db/past/snapshot";
import { factsNamedIn, truthIn } from "@/lib/domain/conditions/leaf-facts";
import { factsFor } from "@/lib/domain/history/snapshot-index";
import { waitingIn } from "@/lib/domain/history/snapshot-waiting";
import { LEAF_BASES, leafKey, leavesOf, type Condition } from "@/lib/domain/pledge/condition";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { TRIGGER_STATES, type Trigger, type TriggerState } from "@/lib/domain/pledge/trigger";
import { changeTrigger, recordTrigger } from "@/lib/conditions/triggers/commands";
import { changeDriven, resumeChange } from "@/lib/conditions/triggers/drive";
import { cancelChange } from "@/lib/conditions/triggers/end-change";
import { triggerChanges, triggerInput, type TriggerChanges } from "@/lib/conditions/triggers/schema";
import { anApproval } from "@/tests/support/cast";
import { change, changed, expectOk, logged, openRegister, type TestRegister } from "./register";
import { cases } from "@/tests/support/cases";

const SEED = Number(process.env["SEED"] ?? 20261127);
/** More triggers with more cases: each has room for the evidence of a hundred changes. */
const TRIGGERS = [
  "CEASEFIRE_IN_FORCE",
  "US_MONITORING_ACTIVE",
  "UKRAINE_REQUEST",
  ...Array.from({ length: cases(3) - 3 }, (_, n) => `FACT_${n + 1}`),
];
const BLOCKING = TRIGGERS.slice(1);

let register: TestRegister;
let pledges: string[];
let approvals: string[];

beforeAll(async () => {
  register = await openRegister();
  await deadlocksShow();
  const { manager, source } = register;
  for (const code of TRIGGERS) expectOk(await recordTrigger(manager, aTrigger(code)));
  pledges = await change(manager, async (tx) => {
    const made: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      const participant = n % 2 === 0 ? "FR" : "DE";
      made.push((await logged(tx, source, { participant, priority: n % 3 === 0 ? 3 : 4 })).reference);
    }
    return made;
  });
  approvals = await change(manager, async (tx) => {
    const made = ["FR", "DE"].map((participant, n) =>
      anApproval({ id: randomUUID(), participant, serves: [pledges[n] ?? ""], createdAt: tx.at }),
    );
    for (const one of made) await tx.save("approval", null, one, { action: "approval.recorded" });
    return made.map(({ id }) => id);
  });
});
afterAll(() => register.close());
beforeEach(agrees);

test(
  "random changes one after another leave the copy as the rules say",
  async () => {
    const by = chance(SEED);
    for (let n = 1; n <= cases(100); n += 1) {
      await move(by);
      if (n % 10 === 0) await agrees(`seed ${SEED}, after ${n} moves`);
    }
  },
  cases(900_000),
);

test(
  "random changes at the same moment leave the copy as the rules say",
  async () => {
    const by = chance(SEED + 1);
    for (let round = 1; round <= cases(40); round += 1) {
      await Promise.all([move(by), move(by), move(by)]);
      if (round % 5 === 0) await agrees(`seed ${SEED}, after ${round} rounds`);
    }
  },
  cases(900_000),
);

test(
  "while a change is prepared others go on working, and the copy is what the rules say",
  async () => {
    const by = chance(SEED + 2);
    for (let round = 1; round <= cases(10); round += 1) {
      await quiet();
      const code = by.of(TRIGGERS);
      const begun = await setTrigger(code, by.of(TRIGGER_STATES), 0);
      await Promise.all([move(by), move(by), move(by), move(by)]);
      await agrees(`seed ${SEED}, round ${round}, under way`);
      if (begun && by.odds(0.3)) await cancelChange(register.manager, code);
      resumeChange();
      await Promise.all([move(by), move(by), changeDriven()]);
      await quiet();
      await agrees(`seed ${SEED}, round ${round}, done`);
      expect(await leftBehind()).toEqual({ items: 0, counters: 0 });
    }
  },
  cases(900_000),
);

test("a change that was prepared in part is completed later", async () => {
  await quiet();
  await waitAll("CEASEFIRE_IN_FORCE");
  await setTrigger("CEASEFIRE_IN_FORCE", "NOT_MET", 500);
  expectOk(await began("CEASEFIRE_IN_FORCE", "MET"));
  await prepareSome(500);
  const halfway = await standing();
  expect(halfway).toMatchObject({ TRIGGER_WAITING: pledges.length });
  resumeChange();
  await changeDriven();
  expect(await unfinishedChange()).toBeNull();
  expect((await standing())["TRIGGER_WAITING"]).toBeUndefined();
  await agrees();
});

test("a cancelled change leaves nothing behind, and the trigger can be changed again", async () => {
  await quiet();
  await waitAll("CEASEFIRE_IN_FORCE");
  await setTrigger("CEASEFIRE_IN_FORCE", "NOT_MET", 500);
  const before = await standing();
  expectOk(await began("CEASEFIRE_IN_FORCE", "MET"));
  await prepareSome(500);
  expectOk(await cancelChange(register.manager, "CEASEFIRE_IN_FORCE"));
  while (await tidySome());
  expect(await standing()).toEqual(before);
  expect(await leftBehind()).toEqual({ items: 0, counters: 0 });
  await agrees();
  expect((await trigger("CEASEFIRE_IN_FORCE")).state).toBe("NOT_MET");
  expectOk(await began("CEASEFIRE_IN_FORCE", "MET"));
  await quiet();
  expect((await trigger("CEASEFIRE_IN_FORCE")).state).toBe("MET");
});

test("while a trigger's change is prepared, neither it nor another with several waiting can change", async () => {
  await quiet();
  await waitAll("CEASEFIRE_IN_FORCE");
  await setTrigger("CEASEFIRE_IN_FORCE", "NOT_MET", 500);
  expectOk(await began("CEASEFIRE_IN_FORCE", "MET"));
  for (const code of ["CEASEFIRE_IN_FORCE", "US_MONITORING_ACTIVE"]) {
    if (code !== "CEASEFIRE_IN_FORCE") await waitAll(code, 2);
    const { version, state } = await trigger(code);
    const wished = { code, ifMatch: version, changes: to(state === "MET" ? "NOT_MET" : "MET") };
    // Not driven either: it would be done before the next one is asked for.
    const refused = await changeTrigger(register.manager, wished, { atOnce: 0, drive: () => undefined });
    expect(refused).toMatchObject({ ok: false, refusal: { code: "in-progress" } });
  }
  await quiet();
});

test("a trigger that many wait for is renamed: whatever names it has the new name", async () => {
  await quiet();
  const [code = ""] = BLOCKING;
  const [reference = ""] = pledges;
  await setTrigger(code, "NOT_MET", 500);
  await setCondition(reference, { trigger: code, basis: "STATED" });
  expect(await itemsOf(reference)).toEqual(
    expect.arrayContaining(["TRIGGER_BLOCKING", "CONDITION_UNSOURCED"]),
  );
  await rename(code, "Monitoring by the United States", 0);
  await agrees("under way");
  await quiet();
  await agrees();
  const { items } = await checkRegister();
  const titles = items
    .filter((item) => item.reference === reference)
    .flatMap(({ causes }) => causes.flatMap(({ data }) => (data?.trigger === code ? [data.title] : [])));
  expect(titles).toEqual(["Monitoring by the United States", "Monitoring by the United States"]);
});

test(
  "a condition set at the moment its trigger changes is blocked as the trigger's state says",
  async () => {
    await quiet();
    for (let round = 0; round < cases(20); round += 1) {
      const [reference = ""] = pledges;
      const code = BLOCKING[Math.floor(round / 20) % BLOCKING.length] ?? "";
      await setCondition(reference, null);
      await Promise.all([
        setCondition(reference, { trigger: code }),
        setTrigger(code, round % 2 === 0 ? "MET" : "NOT_MET", 500),
      ]);
      const waits = (await itemsOf(reference)).includes("TRIGGER_BLOCKING");
      expect(waits, `round ${round}`).toBe(round % 2 === 1);
    }
    await agrees();
  },
  cases(600_000),
);

test(
  "conditions that close a circle at the same moment are all part of the deadlock",
  async () => {
    await quiet();
    await change(register.manager, async (tx) => {
      for (const reference of pledges)
        await changed(tx, reference, {
          ...waitsFor(null),
          stage: "PLEDGED",
          stageReason: null,
          supersededBy: null,
          voided: null,
        });
    });
    const [a = "", b = "", c = "", d = ""] = pledges;
    const edge = (from: string, onto: string | null) =>
      setCondition(from, onto === null ? null : { pledge: onto, atLeast: "COMMITTED" });
    for (let round = 0; round < cases(10); round += 1) {
      for (const one of [a, b, c, d]) await edge(one, null);
      await edge(b, c);
      await edge(d, a);
      await Promise.all([edge(a, b), edge(c, d)]);
      for (const one of [a, b, c, d]) expect(await itemsOf(one), `round ${round}`).toContain("DEADLOCK");
      await Promise.all([edge(b, null), edge(a, d)]);
      expect([...(await itemsOf(b)), ...(await itemsOf(c))]).not.toContain("DEADLOCK");
      for (const one of [a, d]) expect(await itemsOf(one), `round ${round}`).toContain("DEADLOCK");
    }
    await agrees();
  },
  cases(600_000),
);

test("a condition follows what replaced the pledge it names, and is dead if nothing did", async () => {
  await quiet();
  await change(register.manager, async (tx) => {
    for (const reference of pledges)
      await changed(tx, reference, {
        ...atStage("PLEDGED"),
        ...waitsFor(null),
        supersededBy: null,
        voided: null,
      });
  });
  const [a = "", b = "", c = "", d = ""] = pledges;
  await setCondition(a, { pledge: b, atLeast: "COMMITTED" });
  expect(await itemsOf(a)).toContain("DEPENDS_ON_PARTNER");
  await setStage(b, "LAPSED");
  expect(await itemsOf(a)).toContain("CONDITION_DEAD");
  expect(await itemsOf(a)).not.toContain("DEPENDS_ON_PARTNER");
  await change(register.manager, (tx) => changed(tx, b, { supersededBy: c }));
  expect(await itemsOf(a)).toContain("DEPENDS_ON_PARTNER");
  expect(await itemsOf(a)).not.toContain("CONDITION_DEAD");
  await change(register.manager, (tx) =>
    changed(tx, c, { ...atStage("SUPERSEDED"), stageReason: "so", supersededBy: d }),
  );
  await setStage(d, "COMMITTED");
  expect(await itemsOf(a)).not.toContain("DEPENDS_ON_PARTNER");
  await setStage(d, "PLEDGED");
  await setCondition(d, { pledge: a, atLeast: "COMMITTED" });
  expect(await itemsOf(a), "through two that were replaced").toContain("DEADLOCK");
  expect(await itemsOf(d)).toContain("DEADLOCK");
  const waiting = (await findWaitingRegister()).pledges;
  expect(waiting.find(({ reference }) => reference === a)?.condition).toEqual({
    pledge: d,
    atLeast: "COMMITTED",
  });
  const naming = await findNaming({ pledge: d, atLeast: "COMMITTED" });
  expect(naming.map(({ reference }) => reference)).toContain(a);
  await change(register.manager, (tx) => changed(tx, b, { supersededBy: null }));
  expect(await itemsOf(a)).toContain("CONDITION_DEAD");
  expect(await itemsOf(d)).not.toContain("DEADLOCK");
  await agrees();
});

test(
  "a large change is prepared in the background while others write, and shows all at once",
  async () => {
    await quiet();
    await setTrigger("CEASEFIRE_IN_FORCE", "NOT_MET", 1_000);
    const { manager, source } = register;
    const waiting = waitsFor({ trigger: "CEASEFIRE_IN_FORCE" });
    for (let batch = 0; batch < 6; batch += 1)
      await change(manager, async (tx) => {
        for (let n = 0; n < 100; n += 1)
          pledges.push((await logged(tx, source, { priority: 5, ...waiting })).reference);
      });
    const dormant = async (): Promise<number> => {
      const { rows } = await pool().query<{ n: number }>(
        `SELECT count(*)::int AS n FROM unresolved_item_now WHERE code = 'TRIGGER_WAITING' AND priority = 5`,
      );
      return rows[0]?.n ?? -1;
    };
    expect(await dormant()).toBe(600);

    const { version } = await trigger("CEASEFIRE_IN_FORCE");
    const wished = { code: "CEASEFIRE_IN_FORCE", ifMatch: version, changes: to("MET") };
    const { change: begun } = expectOk(await changeTrigger(manager, wished));
    expect(begun?.total).toBeGreaterThanOrEqual(600);
    let isOver = false;
    const over = changeDriven().then(() => (isOver = true));
    const seen = new Set<number>();
    const writer = async (own: number): Promise<void> => {
      for (let n = own; !isOver; n += 4)
        await change(manager, (tx) =>
          changed(tx, pledges.at(-1 - (n % 600)) ?? "", { nextAction: `Ask again, ${n}` }),
        );
    };
    const looker = async (): Promise<void> => {
      while (!isOver) seen.add(await dormant());
    };
    await Promise.all([over, looker(), ...[0, 1, 2, 3].map(writer)]);
    expect([...seen].filter((n) => n !== 600 && n !== 0)).toEqual([]);
    expect(await dormant()).toBe(0);
    expect(await leftBehind()).toEqual({ items: 0, counters: 0 });
    await agrees();
  },
  cases(600_000),
);

test("code outside lib/db/derived reads the copy only through its views", () => {
  const lib = path.join(import.meta.dirname, "../../lib");
  const files = readdirSync(lib, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !/^db.(derived|generated)./.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  const past = files.filter((file) =>
    /\bunresolved_(item|by_code|by_cell)\b/.test(readFileSync(path.join(lib, file), "utf8")),
  );
  expect(past).toEqual([]);
});

/** Shows deadlocks of transactions after 30 ms instead of a second, if the server lets us set it. */
async function deadlocksShow(): Promise<void> {
  const admin = new pg.Client({ connectionString: inject("server").adminUrl });
  await admin.connect();
  const [{ name } = { name: "" }] = (
    await pool().query<{ name: string }>("SELECT current_database() AS name")
  ).rows;
  await admin.query(`ALTER DATABASE ${name} SET deadlock_timeout = '30ms'`).catch(() => undefined);
  await admin.end();
  await disconnect();
}

/** One change of anything that conditions rest on. */
async function move(by: Chance): Promise<void> {
  const { manager } = register;
  const reference = by.of(pledges);
  const moves: (() => Promise<unknown>)[] = [
    () => setTrigger(by.of(TRIGGERS), by.of(TRIGGER_STATES), by.of([0, 500, 500])),
    () => rename(by.of(TRIGGERS), `Title ${String(by.upTo(1_000))}`, by.of([0, 500, 500])),
    () => setCondition(reference, aCondition(by, reference, 2)),
    () =>
      setCondition(reference, by.odds(0.3) ? null : { pledge: other(by, reference), atLeast: "COMMITTED" }),
    () => setStage(reference, by.of(["PLEDGED", "PLEDGED", "COMMITTED", "ALLOCATED", "LAPSED", "SUSPENDED"])),
    () =>
      change(manager, (tx) =>
        changed(tx, reference, { voided: by.odds(0.3) ? { at: tx.at, reason: "twice" } : null }),
      ),
    () => change(manager, (tx) => changed(tx, reference, { title: `Title ${String(by.upTo(1_000))}` })),
    () => replace(reference, other(by, reference)),
    () =>
      change(manager, async (tx) => {
        const before = await tx.approvals.lock(by.of(approvals));
        if (!before) return;
        const status = by.of(["REQUIRED", "APPROVED", "APPROVED", "REJECTED", "UNKNOWN"] as const);
        const validUntil = by.of([null, "2026-02-10", "2026-03-10", "2026-12-31"]);
        await tx.save(
          "approval",
          before,
          { ...before, status, validUntil, serves: [reference] },
          { action: "approval.changed" },
        );
      }),
  ];
  await by.of(moves)();
}

const setStage = (reference: string, stage: Pledge["stage"]): Promise<Pledge> =>
  change(register.manager, (tx) => changed(tx, reference, atStage(stage)));

const atStage = (stage: Pledge["stage"]): Partial<Pledge> => ({
  stage,
  stageReason: stage === "LAPSED" || stage === "SUSPENDED" ? "so" : null,
  suspendedFrom: stage === "SUSPENDED" ? "PLEDGED" : null,
});

/** The newer replaces the older, and takes over its condition. */
const replace = (older: string, newer: string): Promise<unknown> =>
  change(register.manager, async (tx) => {
    const [one, two] = await tx.pledges.lockMany([older, newer]);
    const before = one?.reference === older ? one : two;
    const next = one?.reference === older ? two : one;
    if (!before || !next) throw new Error("both are on record");
    const superseded = {
      ...before,
      ...atStage("PLEDGED"),
      stage: "SUPERSEDED" as const,
      supersededBy: newer,
    };
    await tx.save("pledge", before, superseded, { action: "pledge.changed" });
    const named = JSON.stringify(before.condition).includes(newer) ? null : before.condition;
    await tx.save("pledge", next, { ...next, ...waitsFor(named) }, { action: "pledge.changed" });
  });

function setCondition(reference: string, condition: Condition | null): Promise<Pledge> {
  return change(register.manager, (tx) => changed(tx, reference, waitsFor(condition)));
}

const waitsFor = (condition: Condition | null): Partial<Pledge> => ({
  condition,
  conditionSetOn: condition === null ? null : "2026-02-20",
});

function aCondition(by: Chance, itself: string, depth: number): Condition {
  if (depth === 0 || by.odds(0.4))
    return by.of<Condition>([
      { trigger: by.of(TRIGGERS), ...(by.odds(0.5) ? { basis: by.of(LEAF_BASES) } : {}) },
      { approval: by.of(approvals), basis: by.of(LEAF_BASES) },
      { pledge: other(by, itself), atLeast: by.of(["PLEDGED", "COMMITTED", "ALLOCATED"]) },
    ]);
  const parts = Array.from({ length: 1 + by.upTo(2) }, () => aCondition(by, itself, depth - 1));
  return by.of<Condition>([
    { all: parts },
    { any: parts },
    { kOf: 1 + by.upTo(parts.length - 1), of: parts },
    { not: parts[0] ?? { trigger: TRIGGERS[0] ?? "" } },
  ]);
}

const other = (by: Chance, itself: string): string => by.of(pledges.filter((one) => one !== itself));

const setTrigger = (code: string, state: TriggerState, derivedAtOnce: number): Promise<boolean> =>
  changeOf(code, to(state), derivedAtOnce);

const rename = (code: string, title: string, derivedAtOnce: number): Promise<boolean> =>
  changeOf(code, triggerChanges.parse({ title }), derivedAtOnce);

/** Whether it is being prepared. If someone else changes it, or has changed it, it stays as it is. */
async function changeOf(code: string, changes: TriggerChanges, derivedAtOnce: number): Promise<boolean> {
  const { version } = await trigger(code);
  const wished = { code, ifMatch: version, changes };
  const done = await changeTrigger(register.manager, wished, { atOnce: derivedAtOnce });
  if (!done.ok) expect(["version", "in-progress"]).toContain(done.refusal.code);
  return done.ok && done.value.change !== null;
}

/** Begins a change, and doesn't continue it. */
async function began(code: string, state: TriggerState) {
  const { version } = await trigger(code);
  const begun = await changeTrigger(
    register.manager,
    { code, ifMatch: version, changes: to(state) },
    {
      atOnce: 0,
      drive: () => undefined,
    },
  );
  return begun;
}

const to = (state: TriggerState) =>
  triggerChanges.parse({ state, since: null, evidence: [{ ...piece, source: { id: register.source.id } }] });

const piece = { kind: "OFFICIAL_STATEMENT", reliability: "A", credibility: 1 };

const aTrigger = (code: string) =>
  triggerInput.parse({
    code,
    title: code,
    waiting: code === "CEASEFIRE_IN_FORCE" ? "DORMANT" : "BLOCKING",
    state: "NOT_MET",
    evidence: [{ ...piece, source: { id: register.source.id } }],
  });

async function trigger(code: string): Promise<Pick<Trigger, "version" | "state">> {
  const { rows } = await pool().query<Pick<Trigger, "version" | "state">>(
    "SELECT version, state FROM trigger WHERE code = $1",
    [code],
  );
  return rows[0] ?? { version: 0, state: "UNKNOWN" };
}

/** Opens all pledges, or the first few, and makes them wait for this trigger alone. */
const waitAll = (code: string, few = pledges.length): Promise<unknown> =>
  change(register.manager, async (tx) => {
    for (const reference of pledges.slice(0, few))
      await changed(tx, reference, { ...atStage("PLEDGED"), voided: null, ...waitsFor({ trigger: code }) });
  });

/** Waits until nothing is being prepared or cleared away. */
async function quiet(): Promise<void> {
  resumeChange();
  await changeDriven();
  expect(await unfinishedChange()).toBeNull();
}

async function agrees(because?: unknown): Promise<void> {
  const check = await checkRegister();
  expect(check, typeof because === "string" ? because : undefined).toMatchObject({
    differing: [],
    counters: [],
  });
  await knownAsLogged();
}

/** What waits, as this process keeps it up to date by reading changes, is what the log says. */
async function knownAsLogged(): Promise<void> {
  const [{ pledges, facts }, { snapshot, day }] = await ofOneMoment(() =>
    Promise.all([findWaitingRegister(), findPast({ asOf: "2199-12-31T00:00:00.000Z" })]),
  );
  expect(pledges).toEqual(waitingIn(snapshot));
  const all: Condition = { all: pledges.map(({ condition }) => condition) };
  expect(factsNamedIn(all, facts)).toEqual(factsNamedIn(all, factsFor(snapshot, all)));
  const [now, then] = [truthIn(facts, day), truthIn(factsFor(snapshot, all), day)];
  for (const leaf of leavesOf(all)) expect(now(leaf), leafKey(leaf)).toBe(then(leaf));
}

/** Reads again if the log went on meanwhile, as when a prepared change becomes current. */
async function ofOneMoment<T>(read: () => Promise<T>): Promise<T> {
  for (;;) {
    const before = await position();
    const found = await read();
    if (isDeepStrictEqual(await position(), before)) return found;
  }
}

const position = async (): Promise<unknown> => (await pool().query("SELECT seq FROM audit.head")).rows[0];

/** How many items there are by the rules, by reason. */
async function standing(): Promise<Record<string, number>> {
  const { items } = await checkRegister();
  const counts: Record<string, number> = {};
  for (const { code } of items) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

async function itemsOf(reference: string): Promise<string[]> {
  const { items } = await checkRegister();
  return items.filter((item) => item.reference === reference).map(({ code }) => code);
}

/** Counts rows that are no longer current, or not yet. */
async function leftBehind(): Promise<{ items: number; counters: number }> {
  const { rows } = await pool().query<{ items: number; counters: number }>(
    `SELECT (SELECT count(*)::int FROM unresolved_item WHERE to_world <> 2147483647) AS items,
            (SELECT count(*)::int FROM unresolved_by_code WHERE from_world <> 0)
              + (SELECT count(*)::int FROM unresolved_by_cell WHERE from_world <> 0) AS counters`,
  );
  return rows[0] ?? { items: -1, counters: -1 };
}
