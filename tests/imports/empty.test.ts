// A desk's spreadsheet in a register without pledges: what the dry run says, what is imported, and what undoing it leaves.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { checkRegister } from "@/lib/db/derived/check";
import { verifyRegister } from "@/lib/db/verify/verify";
import { undoImport } from "@/lib/imports/commands";
import { staffedRegister, type StaffedRegister } from "../support/registers/staffed-register";
import {
  AT,
  broughtIn,
  EXPECTED,
  parsedOf,
  rowsOf,
  saidAt,
  SHEET,
  tried,
  value,
  withCoalition,
  worked,
} from "./bringing";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
  await withCoalition(register.admin);
});
afterAll(() => register.close());

test("the dry run gives the expected outcome of each row, and writes nothing to the log", async () => {
  const head = await register.head();
  const job = await tried(register.manager, SHEET);
  const { rows } = await pool().query<{ number: number; understood: object; proposes: string | null }>(
    "SELECT number, understood, proposes FROM import_row WHERE import_id = $1",
    [job.id],
  );
  const understood = new Map(rows.map((row) => [row.number, row]));
  const said = (await rowsOf(job.id)).map((row) => ({
    row: row.row,
    outcome: row.outcome,
    ...(saidAt(job, row) ?? { column: null, columnLetter: null, code: null }),
    sameAs: row.duplicateOfRow,
    parsed:
      row.faults.length > 0
        ? undefined
        : parsedOf(understood.get(row.row)?.understood, understood.get(row.row)?.proposes ?? null),
  }));
  const wanted = EXPECTED.expected.map((one) => ({
    row: one.row,
    outcome: one.outcome,
    column: one.column,
    columnLetter: one.columnLetter,
    code: one.code,
    sameAs: one.duplicateOf?.row ?? null,
    parsed: one.parsed,
  }));
  expect(said).toEqual(wanted);
  expect(job.counts).toMatchObject(EXPECTED.counts.emptyRegister);
  expect(job.file.form).toMatchObject({ is: "CSV", encoding: "utf-8", delimiter: "," });
  expect(await register.head()).toBe(head);
});

test("imported rows are on record with their stages proposed, and void after the undo", async () => {
  const job = await tried(register.manager, SHEET);
  const head = await register.head();
  const done = await broughtIn(register.manager, job, "As their documents say");
  expect(done).toMatchObject({ imported: 54, state: "DONE" });
  const proposed = EXPECTED.expected.filter(
    ({ outcome, parsed }) => outcome === "new" && parsed?.needsDecision,
  );
  const { rows } = await pool().query<{ stage: string; n: number }>(
    "SELECT stage, count(*)::int AS n FROM pledge GROUP BY stage ORDER BY stage",
  );
  const wanted = (stages: string[]): number =>
    EXPECTED.expected.filter(
      ({ outcome, parsed }) => outcome === "new" && stages.includes(parsed?.stage ?? ""),
    ).length;
  expect(rows).toEqual([
    { stage: "DECLINED", n: wanted(["DECLINED"]) },
    { stage: "PLEDGED", n: wanted(["PLEDGED", "COMMITTED"]) },
    { stage: "SIGNALLED", n: wanted(["SIGNALLED"]) },
  ]);
  const open = await pool().query("SELECT FROM proposal WHERE status = 'OPEN' AND wish->>'to' = 'COMMITTED'");
  expect(open.rowCount).toBe(proposed.length);
  const told = await pool().query<{ reason: string }>(
    "SELECT reason FROM audit.event WHERE entity_type = 'pledge' AND seq > $1 ORDER BY seq LIMIT 1",
    [head],
  );
  expect(told.rows[0]?.reason).toMatch(/^IM-\d{4} · pledges\.csv · \d+$/);
  const { rows: clock } = await pool().query<{ at: string }>("SELECT audit.instant(register_now()) AS at");
  value(await undoImport(register.manager, { id: job.id, reason: "The wrong sheet" }, clock[0]?.at ?? AT));
  expect(await worked(job.id, "UNDONE")).toMatchObject({ undone: 54, kept: 0 });
  const left = await pool().query("SELECT FROM pledge WHERE voided_at IS NULL");
  expect(left.rowCount).toBe(0);
  expect(await register.eventsOf(job.id)).toEqual([
    { action: "import.made", reason: null, actor: register.manager.name },
    { action: "import.undone", reason: "The wrong sheet", actor: register.manager.name },
  ]);
  expect(await verifyRegister()).toMatchObject({ intact: true });
  expect(await checkRegister()).toMatchObject({ differing: [], counters: [], cells: [] });
});
