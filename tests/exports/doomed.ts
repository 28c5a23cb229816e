// A process that makes one package up to a point at which it, or its database, is killed. killed.test.ts starts it with
// the point, the victim and DATA_DIR; it waits for a line before it begins.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { once } from "node:events";
import type { Writable } from "node:stream";
import pg from "pg";

export const POINTS = [
  "half of the entries is written",
  "it is on record, and not sealed",
  "half of the package is written",
  "the package is whole, and has no name",
  "the package has its name, and the job doesn't know",
  "the job is done, and nothing is put away",
] as const;
export type Point = (typeof POINTS)[number];

const [point, whom, superUrl] = process.argv.slice(2) as [Point, "process" | "database", string];
const dataDir = process.env["DATA_DIR"] ?? "";

let struck = false;
async function strike(here: Point): Promise<void> {
  if (here !== point || struck) return;
  struck = true;
  if (whom === "process") process.kill(process.pid, "SIGKILL");
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
  );
  await client.end();
}

const HALVES: [RegExp, Point][] = [
  [/data\/events\.jsonl$/, "half of the entries is written"],
  [/\.work\.zip$/, "half of the package is written"],
];

/** Before the modules that use `fs` are loaded. */
function layTraps(): void {
  const { createWriteStream, promises } = fs;
  const { rename, rm } = promises;
  fs.createWriteStream = (target, options) => {
    const stream = createWriteStream(target, options);
    const half = HALVES.find(([name]) => name.test(String(target)))?.[1];
    if (half) breakInTwo(stream, half);
    return stream;
  };
  promises.rename = async (from, to) => {
    await strike("the package is whole, and has no name");
    await rename(from, to);
    await strike("the package has its name, and the job doesn't know");
  };
  let removed = 0;
  promises.rm = async (place, options) => {
    // The first call makes room for the work.
    if ((removed += 1) > 1) await strike("the job is done, and nothing is put away");
    await rm(place, options);
  };
  syncBuiltinESMExports();
}

function breakInTwo(stream: Writable, here: Point): void {
  const write = stream._write.bind(stream);
  stream._write = (chunk: Buffer, encoding, done) => {
    const middle = Math.ceil(chunk.length / 2);
    write(chunk.subarray(0, middle), encoding, (error) => {
      if (error) return done(error);
      void strike(here).then(() => {
        write(chunk.subarray(middle), encoding, done);
      }, done);
    });
  };
}

async function main(): Promise<void> {
  layTraps();
  const { sealLog: seal } = await import("@/lib/trust/checkpoints/sealing");
  const { disconnect } = await import("@/lib/db/client");
  const { runExportJob: workOn } = await import("@/lib/exports/worker");
  const { randomUUID } = await import("node:crypto");
  console.log("ready");
  await once(process.stdin, "data");
  process.stdin.destroy();
  await workOn({
    dataDir,
    worker: randomUUID(),
    seal: async () => {
      await strike("it is on record, and not sealed");
      await seal({ dataDir, sinks: [] });
    },
  });
  await disconnect();
}

if (process.argv[1]?.endsWith("doomed.ts")) await main();
