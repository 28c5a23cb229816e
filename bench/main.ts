// What we claim about speed, measured beside its limit: at 10,000 pledges each main page takes at most three times
// what a bare Next page takes that renders the same rows from memory.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { disconnect } from "@/lib/db/client";
import { copyDatabase, openTestServer } from "@/scripts/test-databases.mjs";
import { measure, type Times } from "./measure";
import { plansOf, type Plan } from "./plan";
import { benchRegister } from "./register";
import { memoryOf, PAGES, rowsOf } from "./rows";
import { build, serve } from "./server";

const LIMIT = 3;

const { values: given } = parseArgs({
  options: { pledges: { type: "string", default: "10000" }, rounds: { type: "string", default: "150" } },
});

async function main(): Promise<boolean> {
  const server = await openTestServer();
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-bench-"));
  try {
    const database = await copyDatabase(server);
    Object.assign(process.env, environment(database.appUrl, folder));
    console.log(`Filling a register with ${given.pledges} pledges.`);
    const register = await benchRegister(Number(given.pledges), database.ownerUrl);
    writeFileSync(
      path.join(folder, "memory.json"),
      JSON.stringify(await memoryOf(register.manager, await register.now())),
    );
    await build();
    const application = await serve(process.env);
    const within = await bench(register, application.url).finally(application.stop);
    return within;
  } finally {
    await disconnect();
    rmSync(folder, { recursive: true, force: true });
    await server.close();
  }
}

function environment(appUrl: string, folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: appUrl,
    NEXTAUTH_SECRET: "measurements-alone-sign-with-this-0123456789",
    REGISTER_UNSAFE_STORAGE: "1",
    DATA_DIR: folder,
    BENCH_MEMORY: path.join(folder, "memory.json"),
  };
}

async function bench(register: Awaited<ReturnType<typeof benchRegister>>, url: string): Promise<boolean> {
  const { manager, cookie, now, change } = register;
  const rounds = Number(given.rounds);
  const rows: string[][] = [];
  let within = true;
  for (const page of PAGES) {
    const at = await now();
    const works = {
      page: () => read(`${url}/${page}`, cookie),
      twin: () => read(`${url}/bench/${page}`, cookie),
      rows: () => rowsOf[page](manager, at),
    };
    const still = await measure(works, { rounds });
    const changed = await measure(works, { rounds: Math.ceil(rounds / 3), before: change });
    const ratio = still.page.median / still.twin.median;
    within &&= ratio <= LIMIT;
    const after = changed.page.median / changed.twin.median;
    rows.push([
      `/${page}`,
      ...[still.page, still.twin, still.rows].map(told),
      times(ratio),
      told(changed.page),
      times(after),
    ]);
  }
  print(["page", "page ms", "bare twin ms", "rows alone ms", "ratio", "after a change ms", "ratio"], rows);
  console.log(`Median (95th of a hundred). At most ${times(LIMIT)}: ${within ? "kept" : "NOT kept"}.\n`);
  for (const page of PAGES) await printPlans(page, async () => rowsOf[page](manager, await now()), change);
  return within;
}

async function read(url: string, cookie: string): Promise<void> {
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const text = await response.text();
  if (response.status !== 200 || text.length < 1_000)
    throw new Error(`${url} answered ${String(response.status)}`);
}

const told = ({ median, p95 }: Times): string => `${median.toFixed(1)} (${p95.toFixed(1)})`;
const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;

/** Rows read for each question of a page, remembered figures worked out anew. */
async function printPlans(
  page: string,
  work: () => Promise<unknown>,
  change: () => Promise<void>,
): Promise<void> {
  await change();
  const { plans } = await plansOf(work);
  print(
    [`/${page} asks`, "rows read"],
    plans.map((plan) => [plan.text.replace(/\s+/g, " ").trim().slice(0, 70), scansOf(plan)]),
  );
  console.log();
}

const scansOf = ({ scans }: Plan): string =>
  scans
    .map(({ table, read: rows, whole }) => `${table} ${String(rows)}${whole ? " (whole)" : ""}`)
    .join(", ");

function print(head: readonly string[], rows: readonly string[][]): void {
  const widths = head.map((cell, n) => Math.max(cell.length, ...rows.map((row) => row[n]?.length ?? 0)));
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

main()
  .then((within) => {
    process.exitCode = within ? 0 : 1;
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  });
