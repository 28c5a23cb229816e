// The ceasefire begins: a trigger that four pledges in five wait for is met, and then unmet again. Meanwhile
// eight people change pledges, and someone keeps reading the figures.
import pg from "pg";
import { chance } from "../data/chance";
import { fillBench } from "../data/fill";
import { timesOf } from "../report/figures";
import { changeOnePledge, now, TIME_ZONE } from "../data/register";
import { numberCell, printTable } from "../report/table";
import { turnsIn } from "../turns";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import { checkRegister } from "@/lib/db/derived/check";
import type { Actor } from "@/lib/domain/people/actor";
import { LEAF_BASES, type Condition } from "@/lib/domain/pledge/condition";
import { plusDays } from "@/lib/domain/base/day";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Result } from "@/lib/domain/base/result";
import type { TriggerState } from "@/lib/domain/pledge/trigger";
import { foundRegister, THE_REGISTER } from "@/lib/workspace/settings/commands";
import { changeTrigger, recordTrigger } from "@/lib/conditions/triggers/commands";
import { changeDriven } from "@/lib/conditions/triggers/drive";
import { loadTrigger, loadTriggerChange } from "@/lib/conditions/triggers/queries";
import { triggerChanges, triggerInput } from "@/lib/conditions/triggers/schema";
import { loadUnresolved } from "@/lib/unresolved/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { withClient } from "@/scripts/database/client.mjs";
import { copyDatabase, type TestServer } from "@/scripts/testing/databases.mjs";

export const TRIGGER = "trigger";

const CEASEFIRE = "CEASEFIRE_IN_FORCE";
const WRITERS = 8;
/** Between two changes of one writer: fast for a script, let alone for a person. */
const THINKING_MS = 100;
/** The promised limits, at any size. */
const MOST = { seconds: 30, waitMs: 2_000 };
const ACTOR: Actor = { ...THE_REGISTER, role: "MANAGER" };

type Step = <T>(words: string, work: () => Promise<T>) => Promise<T>;

export async function benchTrigger(
  server: TestServer,
  sizes: readonly number[],
  step: Step,
): Promise<boolean> {
  const all: boolean[] = [];
  for (const size of sizes) {
    const database = await copyDatabase(server);
    const { within, end } = turnsIn(database.appUrl);
    await within(async () => {
      const pledges = await step(`Filling a register with ${numberCell(size)} pledges`, () => filled(size));
      await withClient(database.ownerUrl, (client) => client.query("VACUUM ANALYZE"));
      const rows: Measured[] = [];
      for (const state of ["MET", "NOT_MET"] as const)
        rows.push(await step(`${CEASEFIRE}: ${state}`, () => measured(state, pledges)));
      print(size, rows);
      const { differing, counters } = await step("Checking what is derived", checkRegister);
      for (const line of [...differing, ...counters].slice(0, 5)) console.error(`differs: ${line}`);
      all.push(rows.every(isKept) && differing.length + counters.length === 0);
    });
    await end();
    await database.drop();
  }
  return all.every(Boolean);
}

async function filled(size: number): Promise<Pledge[]> {
  await foundRegister({ demonstration: false, offsetMs: 0, timeZone: TIME_ZONE, marking: "Generated" });
  const at = await now();
  for (const code of [CEASEFIRE, "US_MONITORING_ACTIVE"]) value(await recordTrigger(ACTOR, aTrigger(code)));
  const by = chance(7);
  const generated = await fillBench({ seed: 1, pledges: size }, at, THE_REGISTER, (pledge) => {
    if (!by.odds(0.8)) return pledge;
    return {
      ...pledge,
      condition: aCondition(by.upTo(99), pledge),
      conditionSetOn: plusDays(at.slice(0, 10), -by.upTo(360)),
    };
  });
  return generated.pledges.filter(({ voided }) => voided === null);
}

/**
 * Most wait only for the ceasefire; some for more, or for the first pledge of their cell, in addition or
 * instead. One leaf in four has no basis, as in older registers.
 */
function aCondition(hundredth: number, { reference, participant, priority }: Pledge): Condition {
  const basis = LEAF_BASES[hundredth % (LEAF_BASES.length + 1)];
  const said = basis === undefined ? {} : { basis };
  const ceasefire = { trigger: CEASEFIRE, ...said };
  const first = `${participant}-${String(priority)}-001`;
  if (hundredth < 60 || reference === first) return ceasefire;
  if (hundredth < 85) return { all: [ceasefire, { trigger: "US_MONITORING_ACTIVE", ...said }] };
  const other = { pledge: first, atLeast: "COMMITTED" as const, ...said };
  return hundredth < 95 ? { any: [ceasefire, other] } : { all: [ceasefire, other] };
}

interface Measured {
  state: TriggerState;
  waiting: number;
  /** Milliseconds until the answer, until everything had changed, and until nothing was left to clean up. */
  answeredMs: number;
  heldMs: number;
  tidiedMs: number;
  waits: number[];
  failed: unknown[];
  looks: number;
  halfway: string[];
  largestBytes: number;
  progress: number;
}

async function measured(state: TriggerState, pledges: readonly Pledge[]): Promise<Measured> {
  const crowd = atWork(pledges);
  const watched = watching();
  const sizes = weighing();
  const at = await now();
  await pause(1_000);
  const { version } = value(await loadTrigger(ACTOR, CEASEFIRE, at));
  const began = performance.now();
  const outcome = value(
    await changeTrigger(ACTOR, { code: CEASEFIRE, ifMatch: version, changes: to(state) }),
  );
  const answeredMs = performance.now() - began;
  const seen = new Set<number>();
  while (value(await loadTrigger(ACTOR, CEASEFIRE, at)).state !== state) {
    seen.add(value(await loadTriggerChange(ACTOR, CEASEFIRE)).done);
    await pause(100);
  }
  const heldMs = performance.now() - began;
  await changeDriven();
  const tidiedMs = performance.now() - began;
  await pause(1_000);
  const [{ waits, failed }, { looks, halfway }] = await Promise.all([crowd.stop(), watched.stop()]);
  return {
    state,
    waiting: outcome.change?.total ?? 0,
    ...{ answeredMs, heldMs, tidiedMs, waits, failed, looks, halfway },
    largestBytes: sizes.stop(),
    progress: seen.size,
  };
}

/** Each writer changes its own pledges, one after the other, waiting ones included. */
function atWork(pledges: readonly Pledge[]): { stop: () => Promise<{ waits: number[]; failed: unknown[] }> } {
  const waits: number[] = [];
  const failed: unknown[] = [];
  let goesOn = true;
  const writer = async (own: number): Promise<void> => {
    const by = chance(own);
    const owned = pledges.filter((_, index) => index % WRITERS === own);
    while (goesOn) {
      const { reference } = by.of(owned);
      const began = performance.now();
      try {
        await changeOnePledge(ACTOR, reference, "pledge.changed", ({ lastConfirmedOn }) => ({
          lastConfirmedOn,
          summary: `Said again, ${String(by.upTo(1e6))}.`,
        }));
      } catch (error) {
        failed.push(error);
      }
      waits.push(performance.now() - began);
      await pause(THINKING_MS);
    }
  };
  const all = Promise.all(Array.from({ length: WRITERS }, (_, own) => writer(own)));
  return {
    stop: async () => {
      goesOn = false;
      await all;
      return { waits, failed };
    },
  };
}

/** The writers' changes affect no figure, so each must be the one before or after, and all of one kind. */
function watching(): { stop: () => Promise<{ looks: number; halfway: string[] }> } {
  const seen: string[] = [];
  let goesOn = true;
  const look = async (): Promise<void> => {
    while (goesOn) {
      const at = await now();
      const { dormant, counted } = value(await loadUnresolved(ACTOR, FIGURES, at));
      const { cells } = value(await loadCoverage(ACTOR, at));
      const sum = (of: "unresolved" | "dormant"): number => cells.reduce((all, cell) => all + cell[of], 0);
      seen.push(`counted ${counted}, dormant ${dormant}`, `cells: ${sum("unresolved")}, ${sum("dormant")}`);
      await pause(200);
    }
  };
  const all = look();
  return {
    stop: async () => {
      goesOn = false;
      await all;
      const known = new Set([...seen.slice(0, 2), ...seen.slice(-2)]);
      return { looks: seen.length / 2, halfway: [...new Set(seen.filter((one) => !known.has(one)))] };
    },
  };
}

function weighing(): { stop: () => number } {
  let most = 0;
  const own = Object.getOwnPropertyDescriptor(pg.Client.prototype, "query") ?? {};
  const query = own.value as (...sent: unknown[]) => unknown;
  const weighed = function (this: pg.Client, ...sent: unknown[]): unknown {
    const [, values] = sent;
    if (Array.isArray(values))
      most = Math.max(
        most,
        values.reduce((all: number, one) => all + String(one).length, 0),
      );
    return query.apply(this, sent);
  };
  Object.defineProperty(pg.Client.prototype, "query", { ...own, value: weighed });
  return {
    stop: () => {
      Object.defineProperty(pg.Client.prototype, "query", own);
      return most;
    },
  };
}

const isKept = ({ heldMs, waits, failed, halfway }: Measured): boolean =>
  heldMs <= MOST.seconds * 1_000 && Math.max(...waits) <= MOST.waitMs && failed.length + halfway.length === 0;

function print(size: number, rows: readonly Measured[]): void {
  printTable(
    [
      "",
      "pledges",
      "waiting",
      "answered",
      "held",
      "tidied",
      "steps seen",
      "writes",
      "median",
      "p95",
      "longest",
      "failed",
      "looks",
      "halfway",
      "statement",
      "",
    ],
    rows.map((row) => [
      row.state,
      numberCell(size),
      numberCell(row.waiting),
      seconds(row.answeredMs),
      seconds(row.heldMs),
      seconds(row.tidiedMs),
      String(row.progress),
      numberCell(row.waits.length),
      ms(timesOf(row.waits)?.median),
      ms(timesOf(row.waits)?.p95),
      ms(Math.max(...row.waits)),
      String(row.failed.length),
      numberCell(row.looks),
      String(row.halfway.length),
      `${(row.largestBytes / 1024).toFixed(0)} kB`,
      isKept(row) ? "kept" : "NOT KEPT",
    ]),
  );
  for (const { failed, halfway } of rows) {
    for (const error of failed.slice(0, 3)) console.error("Failed:", error);
    for (const line of halfway.slice(0, 3)) console.error("Halfway:", line);
  }
}

const aTrigger = (code: string) =>
  triggerInput.parse({
    code,
    title: code,
    waiting: code === CEASEFIRE ? "DORMANT" : "BLOCKING",
    state: "NOT_MET",
    evidence: [PIECE],
  });
const to = (state: TriggerState) => triggerChanges.parse({ state, evidence: [PIECE] });
const PIECE = {
  source: {
    publisher: "Generated",
    url: "https://example.org/ceasefire",
    title: null,
    publishedOn: null,
    language: "en",
    ownership: "OFFICIAL",
  },
  kind: "OFFICIAL_STATEMENT",
  reliability: "A",
  credibility: 1,
};

const FIGURES = { ...value(parseUnresolvedFilter(new URLSearchParams())), limit: 0 };

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;
const ms = (milliseconds: number | undefined): string => `${(milliseconds ?? NaN).toFixed(0)} ms`;
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
