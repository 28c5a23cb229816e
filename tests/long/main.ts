// `npm run test:long`: hours of what can go wrong, in minutes. Several instances on one PostgreSQL, clients that note
// each answer, kills and cuts all the while; in the end the record is compared with the clients' notes.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chance } from "@/bench/data/chance";
import { disconnect, pool } from "@/lib/db/client";
import { checkRegister } from "@/lib/db/derived/check";
import { verifyRegister } from "@/lib/db/verify/verify";
import { breachesOnRecord } from "../four-eyes/breaches";
import { type Client, type Ground, repeat } from "./clients/client";
import { crowd, POOL } from "./clients/crowd";
import { DESK, doSomething, logPledge } from "./clients/deeds";
import { putBack, takeBackup } from "./drills/drill";
import { faultsOf } from "./faults";
import { haunt } from "./drills/nemesis";
import { askForPackages, settlePackages, watchPackages } from "./drills/packages";
import { makePeople, type Member } from "./clients/people";
import { lastEntry, readRecord } from "./record";
import { makeFolder, openRegister, type LongRegister } from "./register";
import { hangUp } from "./clients/request";
import { summaryOf, type Findings } from "./summary";
import { countTraffic, type Complaint, type Traffic } from "./traffic";
import type { Attempt } from "./clients/attempt";

const INSTANCES = 3;
const EVERY_MS = 10_000;
/** Time for clients, after the last fault, to learn what became of their changes. */
const GRACE_MS = 60_000;

const { values: given } = parseArgs({
  options: {
    minutes: { type: "string", default: process.env["LONG_MINUTES"] || "10" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 1e9)) },
    clients: { type: "string", default: "24" },
    keep: { type: "boolean", default: false },
  },
});
const [minutes, seed, clients] = [given.minutes, given.seed, given.clients].map(Number) as [
  number,
  number,
  number,
];

async function main(): Promise<boolean> {
  if (![minutes, seed, clients].every((n) => n > 0))
    throw new Error("--minutes, --seed and --clients are numbers above 0");
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-long-"));
  makeFolder(folder);
  console.log(
    `Seed ${seed}, ${minutes} minutes, ${INSTANCES} instances, ${clients} clients. Files: ${folder}`,
  );
  const ended: Complaint[] = [];
  const register = await openRegister(folder, INSTANCES, (name) => {
    ended.push({ kind: "ended by itself", what: name });
  });
  let sound = false;
  try {
    const findings = await Promise.race([run(register, ended, folder), told()]);
    console.log(summaryOf(findings));
    sound = findings.faults.length === 0 && findings.complaints.length === 0;
    return sound;
  } finally {
    hangUp();
    await register.close();
    if (sound && !given.keep) rmSync(folder, { recursive: true, force: true });
    else console.log(`What the instances and the database said is in ${folder}`);
  }
}

/** Rejects when the run is told to stop, so that it still cleans up. */
const told = (): Promise<never> =>
  new Promise((_, reject) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
      process.once(signal, () => {
        reject(new Error("stopped before its end"));
      });
  });

async function run(register: LongRegister, ended: readonly Complaint[], folder: string): Promise<Findings> {
  const { database, dataDir, instances } = register;
  const [first] = instances;
  if (!first) throw new Error("no instance");
  const people = await makePeople(first, { desk: DESK, count: clients });
  await disconnect();
  const from = (await lastEntry(database.ownerUrl)) + 1;
  const storm = groundOf(instances);
  const stop = report(storm);
  const watchman = watchPackages(dataDir);
  const blows = await weather(register, people, storm);
  await watchman.end();
  stop();

  console.log("The storm is over. Now the crowd.");
  const small = await register.open("crowd", { DATABASE_POOL: String(POOL) });
  const busy: Ground = {
    ...storm,
    traffic: countTraffic(),
    instances: [small],
    until: Number.POSITIVE_INFINITY,
  };
  const until = Date.now() + Math.min(30_000, minutes * 12_000);
  const crowded = crowd(people, busy, (n) => chance(seed + 1_000 + n), until);
  const [backup] = await Promise.all([takeBackup(database.superUrl, dataDir, folder), crowded]);

  console.log("Everybody has gone. Asking for some answers again, then reading the record.");
  const { attempts } = storm;
  const repeated = await repeatSome(attempts);
  const packages = await settlePackages(dataDir, database.ownerUrl);
  const record = await readRecord(database.ownerUrl, from);
  const verdict = await verifyRegister();
  const check = await checkRegister();
  const breaches = await breachesOnRecord(pool());
  console.log("The drill: the backup that was taken beside the crowd is put back elsewhere.");
  const drill = await putBack(backup, dataDir, folder);
  return {
    seed,
    minutes,
    blows,
    attempts,
    storm: storm.traffic,
    crowd: busy.traffic,
    repeated,
    faults: faultsOf(attempts, record),
    verdict: verdict.intact ? `intact, ${verdict.events} events, ${verdict.records} records` : verdict.fault,
    check: `${check.items.length} items, ${check.differing.length + check.counters.length + check.cells.length} differ`,
    packages: packages.report,
    drill: drill.report,
    complaints: [
      ...ended,
      ...watchman.complaints,
      ...packages.complaints,
      ...drill.complaints,
      ...unheard(folder),
      ...storm.traffic.complaints,
      ...busy.traffic.complaints,
      ...(verdict.intact ? [] : [{ kind: "the log is not intact", what: verdict.fault }]),
      ...breaches.map((what) => ({ kind: "settled by one person alone", what })),
      ...[...check.differing, ...check.counters, ...check.cells].map((what) => ({
        kind: "derived otherwise",
        what,
      })),
    ],
  };
}

/** Uncaught errors in the logs, which would end a process that is less forgiving than the framework's. */
function unheard(folder: string): Complaint[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".log"))
    .flatMap((name) => readFileSync(path.join(folder, name), "utf8").split("\n"))
    .filter((line) => /uncaughtException|unhandledRejection/.test(line))
    .map((what) => ({ kind: "caught by nobody", what }));
}

function groundOf(instances: Ground["instances"]): Ground {
  return {
    instances,
    traffic: countTraffic(),
    attempts: [],
    pledges: [],
    confirmed: new Map(),
    until: Date.now() + minutes * 60_000 + GRACE_MS,
  };
}

/** Clients work while faults are injected; then they learn what became of their last changes. */
async function weather(
  register: LongRegister,
  people: readonly Member[],
  ground: Ground,
): Promise<Map<string, number>> {
  const working = people.map((person, n): Client => ({ person, chance: chance(seed + n), ground }));
  while (ground.pledges.length < 12) await Promise.all(working.slice(0, 12).map(logPledge));
  const until = Date.now() + minutes * 60_000;
  ground.until = until + GRACE_MS;
  const work = working.map(async (client) => {
    while (Date.now() < until) {
      await doSomething(client);
      await pause(client.chance.upTo(40));
    }
  });
  const say = (what: string): void => {
    console.log(`      ${what}`);
  };
  const blows = haunt(register, chance(seed), { everyMs: EVERY_MS, until, say });
  await Promise.all([blows, askForPackages(working, until), ...work]);
  return blows;
}

function report(ground: Ground): () => void {
  const began = Date.now();
  const timer = setInterval(() => {
    const seconds = String(Math.round((Date.now() - began) / 1000)).padStart(4);
    console.log(`${seconds} s  ${outcomes(ground.attempts)}; ${answers(ground.traffic)}`);
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
  };
}

function outcomes(attempts: readonly Attempt[]): string {
  const count = (outcome: Attempt["outcome"]): number =>
    attempts.filter((attempt) => attempt.outcome === outcome).length;
  return `${count("acknowledged")} acknowledged, ${count("refused")} refused, ${count("in doubt")} in doubt or under way`;
}

const answers = ({ counts, complaints }: Traffic): string =>
  `503 × ${counts.get("503") ?? 0}, unanswered × ${counts.get("in doubt") ?? 0}, complaints ${complaints.length}`;

/** Some of every kind, by chance. */
async function repeatSome(attempts: readonly Attempt[]): Promise<number> {
  const picks = chance(seed);
  const some = attempts.filter(
    ({ outcome, again }) =>
      outcome === "acknowledged" && again !== null && picks.odds(Math.min(1, 400 / attempts.length)),
  );
  for (const attempt of some) await repeat(attempt);
  return some.length;
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 2;
} finally {
  await disconnect();
  process.exit();
}
