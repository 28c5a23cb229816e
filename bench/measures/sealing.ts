// Whether sealing keeps up: a fixed rate of writes for a minute, while this process seals as the application does.
// Measures how far the last checkpoint lags behind the log, in entries and in seconds.
import { randomUUID } from "node:crypto";
import path from "node:path";
import type pg from "pg";
import { LOOK_MS, sealIfDue, type SealingPlace } from "@/lib/trust/checkpoints/sealing";
import { write } from "@/lib/db/write";
import { ok } from "@/lib/domain/base/result";
import { foundRegister, THE_REGISTER } from "@/lib/workspace/settings/commands";
import { withClient } from "@/scripts/database/client.mjs";
import { copyDatabase, type TestServer } from "@/scripts/testing/databases.mjs";
import { TIME_ZONE } from "../data/register";
import { numberCell, printTable } from "../report/table";
import { turnsIn } from "../turns";

export const SEALING = "sealing";

const RATE = 200;
const SECONDS = 60;
/** Entries that exist beforehand: proofs reach into them. */
const BEFORE = 10_000;
const BATCH = 500;
/** The most concurrent writes: later ones wait, and if too few are then written, the report says so. */
const HANDS = 16;
const LAG_MS = 100;
/** The promised limits. */
const MOST = { lagSeconds: 10, rate: 0.98 };

type Step = <T>(words: string, work: () => Promise<T>) => Promise<T>;

/** Returns whether the promise is met. */
export async function benchSealing(server: TestServer, folder: string, step: Step): Promise<boolean> {
  const database = await copyDatabase(server);
  const { within, end } = turnsIn(database.appUrl);
  try {
    return await within(async () => {
      await foundRegister({ demonstration: false, offsetMs: 0, timeZone: TIME_ZONE, marking: "Generated" });
      await step(`Writing ${numberCell(BEFORE)} entries`, () => batches(BEFORE));
      return withClient(database.appUrl, async (client) => {
        const sealer = sealing({ dataDir: path.join(folder, SEALING), sinks: [] });
        await step("Sealing them", () => untilSealed(client));
        const measured = await step(`${RATE} writes a second for ${SECONDS} s`, () => measuredOn(client));
        const caughtUpMs = await step("Sealing the rest", () => untilSealed(client));
        await sealer.stop();
        return report(measured, caughtUpMs);
      });
    });
  } finally {
    await end();
    await database.drop();
  }
}

/** As the application does it. */
function sealing(place: SealingPlace): { stop: () => Promise<void> } {
  let goesOn = true;
  const all = (async () => {
    while (goesOn) {
      await sealIfDue(place);
      await pause(LOOK_MS);
    }
  })();
  return {
    stop: async () => {
      goesOn = false;
      await all;
    },
  };
}

interface Lag {
  entries: number;
  seconds: number;
}

interface Measured {
  writes: number;
  seconds: number;
  checkpoints: number;
  lags: Lag[];
}

async function measuredOn(client: pg.Client): Promise<Measured> {
  const before = await checkpointsIn(client);
  const lags: Lag[] = [];
  let goesOn = true;
  const watching = (async () => {
    while (goesOn) {
      lags.push(await lagIn(client));
      await pause(LAG_MS);
    }
  })();
  const began = performance.now();
  const writes = await paced();
  const seconds = (performance.now() - began) / 1_000;
  goesOn = false;
  await watching;
  return { writes, seconds, lags, checkpoints: (await checkpointsIn(client)) - before };
}

/** Each write starts on schedule, whether or not the previous one is done, unless too many are under way. */
async function paced(): Promise<number> {
  const began = performance.now();
  const underway = new Set<Promise<unknown>>();
  let [done, due] = [0, 0];
  while (due < RATE * SECONDS) {
    const wait = began + (due * 1_000) / RATE - performance.now();
    if (wait > 0) await pause(wait);
    due += 1;
    if (underway.size >= HANDS) await Promise.race(underway);
    const one: Promise<unknown> = change(1).then(() => {
      done += 1;
      underway.delete(one);
    });
    underway.add(one);
    if (performance.now() - began > SECONDS * 1_000) break;
  }
  await Promise.all(underway);
  return done;
}

async function lagIn(client: pg.Client): Promise<Lag> {
  const { rows } = await client.query<Lag>(
    `SELECT (h.seq - coalesce(c.size, 0))::float8 AS entries,
            coalesce(extract(epoch FROM clock_timestamp() - first.recorded_at), 0)::float8 AS seconds
       FROM audit.head h
       LEFT JOIN LATERAL (SELECT size FROM audit.checkpoint ORDER BY id DESC LIMIT 1) c ON true
       LEFT JOIN audit.event first ON first.seq = coalesce(c.size, 0) + 1`,
  );
  return rows[0] ?? { entries: 0, seconds: 0 };
}

async function checkpointsIn(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>("SELECT count(*)::int AS n FROM audit.checkpoint");
  return rows[0]?.n ?? 0;
}

/** The smallest possible change, with its entry: it measures the log's pace, not that of derived rows. */
async function change(entries: number): Promise<void> {
  const done = await write(THE_REGISTER, async (tx) => {
    for (let n = 0; n < entries; n += 1) {
      const baseline = { id: randomUUID(), name: randomUUID(), asOf: tx.at, version: 1, createdAt: tx.at };
      await tx.save("baseline", null, baseline, { action: "baseline.named" });
    }
    return ok(null);
  });
  if (!done.ok) throw new Error(done.refusal.code);
}

async function batches(entries: number): Promise<void> {
  for (let n = 0; n < entries; n += BATCH) await change(BATCH);
}

/** Milliseconds until everything is sealed. */
async function untilSealed(client: pg.Client): Promise<number> {
  const began = performance.now();
  while ((await lagIn(client)).entries > 0) await pause(LAG_MS);
  return performance.now() - began;
}

function report({ writes, seconds, checkpoints, lags }: Measured, caughtUpMs: number): boolean {
  const at = (share: number, of: keyof Lag): number =>
    lags.map((lag) => lag[of]).sort((a, b) => a - b)[Math.ceil(lags.length * share) - 1] ?? NaN;
  printTable(
    ["", "median", "p95", "most"],
    (["entries", "seconds"] as const).map((of) => [
      `lag in ${of}`,
      ...[0.5, 0.95, 1].map((share) => at(share, of).toFixed(of === "seconds" ? 1 : 0)),
    ]),
  );
  const rate = writes / seconds;
  console.log(
    `${numberCell(writes)} writes at ${rate.toFixed(0)} a second, ${String(checkpoints)} checkpoints; the rest was sealed ${(caughtUpMs / 1_000).toFixed(1)} s after the last write.`,
  );
  const isFast = rate >= RATE * MOST.rate;
  const isKept = isFast && at(1, "seconds") <= MOST.lagSeconds;
  console.log(
    `A lag of at most ${String(MOST.lagSeconds)} s at ${String(RATE)} writes a second: ${isKept ? "kept" : isFast ? "NOT KEPT" : "NOT KEPT (too few writes)"}`,
  );
  return isKept;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
