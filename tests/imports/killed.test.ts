// The process that works on a file is killed at each of its steps: the next one continues where it stopped, each row is logged
// once, and the file's figures are right.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { findImportJob } from "@/lib/db/jobs/imports";
import { checkRegister } from "@/lib/db/derived/check";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { ImportJob } from "@/lib/domain/import/import";
import { cancelImport, mapColumns, fixRow, runImport, undoImport } from "@/lib/imports/commands";
import { loadMapping } from "@/lib/imports/queries";
import { runImportJob } from "@/lib/imports/worker";
import { confirmPledge } from "@/lib/pledges/pledges/commands";
import { ROOT, RUN_TS } from "@/scripts/base/paths.mjs";
import { cases } from "../support/cases";
import { staffedRegister, type StaffedRegister } from "../support/registers/staffed-register";
import { AT, uploaded, value, WORKER, worked } from "./bringing";
import type { Point } from "./doomed";

/** Three batches. */
const ROWS = cases(810);
const POINTS: Point[] = [
  "half of the rows is tried",
  "a handful is written, and not committed",
  "a handful is committed",
  "all rows are on record, and the file isn't",
  "some are taken back, and not committed",
  "some are taken back",
  "all are taken back, and nothing says so",
  "a handful is committed",
];

const sheet = (rows: number, what: string): string =>
  [
    "Country,Priority,Title,Stage,Quantity,Unit,Publisher,Evidence",
    ...Array.from({ length: rows }, (_, n) => {
      const country = ["FR", "DE"][n % 2] ?? "";
      return `${country},${String((n % 5) + 1)},${what} ${String(n)},Pledged,${String(n + 1)},persons,Le Monde,Official statement`;
    }),
  ].join("\n");

let register: StaffedRegister;
let job: ImportJob;
let before = 0;
const children: ChildProcess[] = [];
beforeAll(async () => {
  register = await staffedRegister();
  before = await register.head();
  take(0);
  job = await uploaded(register.officer, sheet(ROWS, "Team"), "teams.csv");
});
afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  await register.close();
});

/** The process of a turn; the next one begins to load. */
function take(turn: number): ChildProcess {
  for (const point of POINTS.slice(children.length, turn + 2))
    children.push(
      spawn(process.execPath, [...RUN_TS, "tests/imports/doomed.ts", point], {
        cwd: ROOT,
        stdio: ["pipe", "pipe", "inherit"],
      }),
    );
  const child = children[turn];
  if (!child) throw new Error("no such turn");
  return child;
}

let turn = 0;
/** Works until it is killed at that point; its job then counts as abandoned. */
async function killedWhen(point: Point): Promise<ImportJob> {
  expect(POINTS[turn]).toBe(point);
  const child = take(turn);
  turn += 1;
  if (!child.stdout || !child.stdin) throw new Error("no process");
  const ended = once(child, "exit");
  if (child.stdout.readableLength === 0) await once(child.stdout, "readable");
  child.stdin.write("go\n");
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  expect(signal).toBe("SIGKILL");
  await pool().query("UPDATE import_job SET beat_at = beat_at - interval '1 minute' WHERE state = 'RUNNING'");
  return jobNow();
}

async function jobNow(): Promise<ImportJob> {
  const found = await findImportJob(job.id);
  if (!found) throw new Error("it is gone");
  return found;
}

const clock = async (): Promise<string> =>
  (await pool().query<{ at: string }>("SELECT audit.instant(register_now()) AS at")).rows[0]?.at ?? AT;

/** How many rows of the file the log names once, twice and so on. */
const timesLogged = async (): Promise<Record<string, number>> => {
  const { rows } = await pool().query<{ times: number; rows: number }>(
    `SELECT times, count(*)::int AS rows FROM (
       SELECT count(*)::int AS times FROM audit.event
        WHERE seq > $1 AND action = 'pledge.logged' AND reason LIKE $2 GROUP BY reason) t GROUP BY 1`,
    [before, `${job.reference} · teams.csv · %`],
  );
  return Object.fromEntries(rows.map(({ times, rows: many }) => [String(times), many]));
};

test("a dry run that was cut off begins again, and writes nothing to the log", async () => {
  const { columns, values } = value(await loadMapping(register.officer, job.id));
  value(await mapColumns(register.officer, { id: job.id, columns, values }));
  const head = await register.head();
  expect(await killedWhen("half of the rows is tried")).toMatchObject({ state: "RUNNING", step: "CHECKING" });
  expect(await worked(job.id, "CHECKED")).toMatchObject({ counts: { new: ROWS, error: 0 } });
  expect(await register.head()).toBe(head);
});

test("of two people who begin the import at the same moment, one does", async () => {
  const begin = (who: "officer" | "manager") => runImport(register[who], { id: job.id, goodRowsOnly: false });
  const both = await Promise.all([begin("officer"), begin("manager")]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "in-progress" } });
});

test("each row is logged once by an import of four processes, of which three are killed", async () => {
  expect(await killedWhen("a handful is written, and not committed")).toMatchObject({ imported: 400 });
  expect(await killedWhen("a handful is committed")).toMatchObject({ imported: 800, state: "RUNNING" });
  const tried = { id: job.id, row: 2, cells: [{ column: 2, value: "Another title" }] };
  expect(await fixRow(register.officer, tried)).toMatchObject({ refusal: { code: "in-progress" } });
  expect(
    await undoImport(register.officer, { id: job.id, reason: "Too early" }, await clock()),
  ).toMatchObject({ refusal: { code: "in-progress" } });
  expect(await killedWhen("all rows are on record, and the file isn't")).toMatchObject({
    imported: ROWS,
    state: "RUNNING",
    importedAt: null,
  });
  expect(await worked(job.id, "DONE")).toMatchObject({ imported: ROWS, undone: 0 });
  expect(await runImportJob(WORKER)).toBe(false);
  expect(await timesLogged()).toEqual({ 1: ROWS });
  expect(await register.eventsOf(job.id)).toMatchObject([{ action: "import.made" }]);
  const { rows } = await pool().query("SELECT imported, left_out FROM import WHERE id = $1", [job.id]);
  expect(rows).toEqual([{ imported: ROWS, left_out: 0 }]);
});

test("each pledge but the one worked on since is voided once by an undo of which three processes are killed", async () => {
  value(await confirmPledge(register.manager, { reference: "FR-1-001" }, await clock()));
  value(await undoImport(register.manager, { id: job.id, reason: "The wrong list" }, await clock()));
  expect(await killedWhen("some are taken back, and not committed")).toMatchObject({ step: "UNDOING" });
  expect(await killedWhen("some are taken back")).toMatchObject({ state: "RUNNING" });
  expect(await killedWhen("all are taken back, and nothing says so")).toMatchObject({
    undone: ROWS - 1,
    kept: 1,
    undoneAt: null,
  });
  expect(await worked(job.id, "UNDONE")).toMatchObject({ undone: ROWS - 1, kept: 1 });
  const { rows } = await pool().query<{ n: number; records: number }>(
    `SELECT count(*)::int AS n, count(DISTINCT entity_id)::int AS records FROM audit.event
      WHERE action = 'pledge.voided' AND reason = 'The wrong list'`,
  );
  expect(rows).toEqual([{ n: ROWS - 1, records: ROWS - 1 }]);
  expect(await register.eventsOf(job.id)).toMatchObject([
    { action: "import.made" },
    { action: "import.undone" },
  ]);
});

test("an import cancelled halfway keeps and counts what it had imported, and can be undone", async () => {
  job = await uploaded(register.officer, sheet(ROWS, "Squad"), "squads.csv");
  const { columns, values } = value(await loadMapping(register.officer, job.id));
  value(await mapColumns(register.officer, { id: job.id, columns, values }));
  await worked(job.id, "CHECKED");
  value(await runImport(register.officer, { id: job.id, goodRowsOnly: false }));
  await killedWhen("a handful is committed");
  value(await cancelImport(register.officer, { id: job.id, discard: false }));
  expect(await worked(job.id, "CANCELLED")).toMatchObject({ imported: 400 });
  const { rows } = await pool().query("SELECT imported, left_out FROM import WHERE id = $1", [job.id]);
  expect(rows).toEqual([{ imported: 400, left_out: ROWS - 400 }]);
  const standing = async (): Promise<number> =>
    (await pool().query("SELECT FROM pledge WHERE title LIKE 'Squad %' AND voided_at IS NULL")).rowCount ?? 0;
  expect(await standing()).toBe(400);
  value(await undoImport(register.officer, { id: job.id, reason: "Not this one either" }, await clock()));
  expect(await worked(job.id, "UNDONE")).toMatchObject({ undone: 400, kept: 0 });
  expect(await standing()).toBe(0);
});

test("the log is intact, and what is derived is what would be derived again", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true });
  expect(await checkRegister()).toMatchObject({ differing: [], counters: [], cells: [] });
});
