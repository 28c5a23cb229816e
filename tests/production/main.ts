// `npm run test:production`: production as a government runs it, on one machine, and what happens to it while people write. In
// the end the record is compared with what they were answered.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chance } from "@/bench/data/chance";
import { disconnect } from "@/lib/db/client";
import { PlainError } from "@/scripts/base/plain-error.mjs";
import type { Client, Ground } from "../long/clients/client";
import { DESK, doSomething, logPledge } from "../long/clients/deeds";
import { makePeople, type Member } from "../long/clients/people";
import { hangUp } from "../long/clients/request";
import { lastEntry } from "../long/record";
import { makeFolder } from "../long/register";
import { CLOCK } from "./drills/clock";
import { DISK } from "./drills/disk";
import { KILLS } from "./drills/kills";
import { LOAD } from "./drills/load";
import { MOMENT } from "./drills/moment";
import { ROLLS, UPGRADE } from "./drills/rolls";
import { SIGN_IN, SOMEBODY } from "./drills/sign-in";
import { unmountAll } from "./stack/disk";
import { together, type Drill, type Seen } from "./drills/drill";
import { lookBack, type Verdicts } from "./end";
import { installNeeded } from "./stack/needs";
import { killAll } from "./stack/program";
import { openStack, type Stack } from "./stack/stack";
import { summaryOf, lineOf } from "./summary";
import { watchTraffic } from "./watch";

/** Time for clients, after the last drill, to learn what became of their writes. */
const GRACE_MS = 60_000;
const DRILLS: readonly Drill[] = [
  UPGRADE,
  ...LOAD,
  SIGN_IN,
  ...KILLS,
  ...ROLLS,
  DISK,
  together(CLOCK, MOMENT),
];

const { values: given } = parseArgs({
  options: {
    seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
    clients: { type: "string", default: "24" },
    port: { type: "string", default: "21000" },
    only: { type: "string", multiple: true, default: [] },
    keep: { type: "boolean", default: false },
  },
});
const [seed, clients, firstPort] = [given.seed, given.clients, given.port].map(Number) as [
  number,
  number,
  number,
];

async function main(): Promise<boolean> {
  if (![seed, clients, firstPort].every((n) => n > 0))
    throw new PlainError("--seed, --clients and --port are numbers above 0");
  const drills = DRILLS.filter(
    ({ name }) => given.only.length === 0 || given.only.some((one) => name.includes(one)),
  );
  if (drills.length === 0)
    throw new PlainError(`--only takes a part of ${DRILLS.map(({ name }) => name).join("; ")}`);
  installNeeded();
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-production-"));
  makeFolder(folder);
  console.log(`Seed ${seed}, ${clients} clients. Files: ${folder}`);
  const began = Date.now();
  const say = (what: string): void => {
    console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${what}`);
  };
  let sound = false;
  try {
    sound = await Promise.race([run(folder, drills, say), interrupted()]);
    return sound;
  } finally {
    hangUp();
    await disconnect().catch(() => undefined);
    await killAll();
    unmountAll();
    if (sound && !given.keep) rmSync(folder, { recursive: true, force: true });
    else console.log(`What everything said is in ${folder}`);
  }
}

const interrupted = (): Promise<never> =>
  new Promise((_, reject) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.once(signal, () => {
        reject(new PlainError("stopped before its end"));
      });
  });

async function run(folder: string, drills: readonly Drill[], say: (what: string) => void): Promise<boolean> {
  const stack = await openStack(folder, firstPort, drills.includes(UPGRADE), say);
  const people = await makePeople(stack.address, {
    desk: DESK,
    count: clients,
    mailedLink: stack.neighbours.mailedLink,
    later: [SOMEBODY],
  });
  await disconnect();
  const from = (await lastEntry(stack.ownerUrl)) + 1;
  const watch = watchTraffic();
  const ground: Ground = {
    instances: [stack.address],
    traffic: watch,
    attempts: [],
    pledges: [],
    confirmed: new Map(),
    until: Number.POSITIVE_INFINITY,
  };
  const writers = await startWriters(people, ground);
  say(`${clients} people write`);
  const without: string[] = [];
  for (const drill of drills) {
    const why = drill.whyNot?.(stack) ?? null;
    if (why === null) await carryOut(drill, stack, { watch, ground, from }, say);
    else without.push(`${drill.name}: ${why}`);
  }
  ground.until = Date.now() + GRACE_MS;
  await writers.end();
  say("everybody has gone; reading the record");
  const verdicts: Verdicts = await lookBack(stack, ground, from);
  console.log(summaryOf({ seed, watch, ground, verdicts, without }));
  return verdicts.faults.length === 0 && verdicts.complaints.length === 0 && watch.complaints.length === 0;
}

async function carryOut(drill: Drill, stack: Stack, seen: Seen, say: (what: string) => void): Promise<void> {
  const { watch } = seen;
  const done = await watch.during(drill.name, drill.kills, async () => {
    try {
      await drill.run(stack, seen);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      watch.complain({ kind: "did not come back", what: `${drill.name}: ${why}` });
    }
  });
  say(lineOf(done));
}

async function startWriters(
  people: readonly Member[],
  ground: Ground,
): Promise<{ end: () => Promise<void> }> {
  const working = people.map((person, n): Client => ({ person, chance: chance(seed + n), ground }));
  while (ground.pledges.length < 12) await Promise.all(working.slice(0, 12).map(logPledge));
  let isOver = false;
  const work = working.map(async (client) => {
    while (!isOver) {
      await doSomething(client);
      await pause(client.chance.upTo(40));
    }
  });
  return {
    end: async () => {
      isOver = true;
      await Promise.all(work);
    },
  };
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 2;
} finally {
  process.exit();
}
