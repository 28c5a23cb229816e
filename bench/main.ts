// Measures our claims about speed against their limits. Registers of several sizes in one run; each page is compared
// with a bare page with the same rows, with its queries through `pg`, and with itself right after a change.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { openTestServer, type TestServer } from "@/scripts/testing/databases.mjs";
import { benchCsv, CSV } from "./measures/csv";
import { figureRows } from "./report/figures";
import { benchImport, IMPORT } from "./measures/import";
import { benchKeystones, KEYSTONES } from "./measures/keystones";
import { optionsFrom, type Options } from "./options";
import { printPlans } from "./report/plan-table";
import { isMet, promisesOn } from "./report/promises";
import { takeTurns, type RoundWay } from "./rounds";
import { benchSealing, SEALING } from "./measures/sealing";
import { build } from "./server";
import { fillAndServe } from "./serving";
import { benchStorage, STORAGE } from "./measures/storage";
import { SUBJECTS, waysOf, type Served } from "./subjects";
import { benchOthers, OTHERS } from "./measures/others";
import { benchPeer, PEER } from "./measures/peer";
import { numberCell, printPromises, printRows } from "./report/table";
import { benchTrigger, TRIGGER } from "./measures/trigger";
import { benchVerifier, VERIFIER } from "./measures/verifier";

async function main(options: Options): Promise<boolean> {
  if (options.only?.join() === KEYSTONES) return benchKeystones(options.sizes, options.rounds);
  if (options.only?.join() === VERIFIER) return benchVerifier(options.sizes);
  process.env.CHANGES_AT_ONCE = "0";
  process.env.NEXTAUTH_SECRET = "measurements-alone-sign-with-this-0123456789";
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-bench-"));
  const isCsv = options.only?.join() === CSV;
  // This data is only read, so it may be lost.
  const server = await openTestServer({ durable: !isCsv });
  const served: Awaited<ReturnType<typeof fillAndServe>>[] = [];
  try {
    await sayWhere(server);
    if (options.only?.join() === TRIGGER) return await benchTrigger(server, options.sizes, step);
    if (options.only?.join() === SEALING) return await benchSealing(server, folder, step);
    if (options.only?.join() === STORAGE) return await benchStorage(server, options, step);
    if (options.only?.join() === IMPORT) return await benchImport(server, options.sizes, step);
    if (!options.built) await step("Building", build);
    if (isCsv) return await benchCsv(server, options.rows, folder, step);
    for (const size of options.sizes)
      await step(`Filling a register with ${numberCell(size)} pledges`, async () => {
        served.push(await fillAndServe(server, size, folder));
      });
    if (options.only?.join() === OTHERS)
      return await step("Measuring", () => benchOthers(served, options.rounds));
    const [largest, { peer }] = [served.at(-1), options];
    if (peer && largest) return await step("Measuring", () => benchPeer(largest, peer, options.rounds));
    return await bench(served, options);
  } finally {
    for (const one of served) await one.end();
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  }
}

/** The share of turns that may fail: any machine has bad moments. */
const FEW = 0.01;

async function bench(
  served: readonly Served[],
  { sizes, only, rounds, json, plans }: Options,
): Promise<boolean> {
  const subjects = SUBJECTS.filter((subject) => only?.includes(subject) ?? true);
  if (subjects.length === 0)
    throw new RangeError(
      `--only takes ${TRIGGER}, ${IMPORT}, ${KEYSTONES}, ${CSV}, ${VERIFIER}, ${SEALING}, ${STORAGE}, ${OTHERS}, ${PEER}, or of ${SUBJECTS.join("; ")}`,
    );
  const ways: RoundWay[] = [];
  for (const subject of subjects) for (const one of served) ways.push(...(await waysOf(subject, one)));
  const results = await step("Measuring", () => takeTurns(ways, rounds, progress(rounds)));

  const rows = figureRows(results, subjects, sizes);
  const promises = promisesOn(rows);
  printRows(rows);
  console.log("Milliseconds: median (95th of a hundred). Growth is beside the next smaller register.\n");
  printPromises(promises);
  const { failed } = results;
  for (const { name, why } of failed.slice(0, 5)) console.error(`Failed: ${name}:`, why);
  if (failed.length > 0) console.error(`${String(failed.length)} turns failed and aren't counted.`);
  if (json !== null)
    writeFileSync(
      json,
      JSON.stringify({ at: new Date(), rounds, failed: failed.length, rows, promises }, null, 2),
    );
  const largest = served.at(-1);
  if (plans && largest) await printPlans(largest, subjects);
  return promises.every(isMet) && failed.length <= FEW * rounds * ways.length;
}

async function sayWhere({ adminUrl }: TestServer): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query<{ version: string; fsync: string; commit: string }>(
    "SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit",
  );
  await client.end();
  const [{ version, fsync, commit } = { version: "", fsync: "", commit: "" }] = rows;
  const cores = os.cpus();
  console.log(
    `${String(cores.length)} cores (${cores[0]?.model ?? "?"}), Node ${process.version}, PostgreSQL ${version}, fsync ${fsync}, synchronous_commit ${commit}.`,
  );
}

async function step<T>(words: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  console.log(`${words} …`);
  const done = await work();
  console.log(`… took ${((performance.now() - start) / 1000).toFixed(0)} s.`);
  return done;
}

/** Prints a line for each tenth of the rounds. */
const progress = (rounds: number) => (round: number) => {
  if (round >= 0 && round % Math.ceil(rounds / 10) === 0)
    console.log(`Round ${String(round)} of ${String(rounds)}`);
};

main(optionsFrom(process.argv.slice(2)))
  .then((kept) => {
    process.exitCode = kept ? 0 : 1;
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  });
