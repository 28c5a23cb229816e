// Rows of other desks are handed over as a file of that desk and imported there; each row is in one file at any time.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { findRows } from "@/lib/db/queries/workspace/import-page-rows";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { ImportJob } from "@/lib/domain/import/import";
import type { Actor } from "@/lib/domain/people/actor";
import { cancelImport, fixRow, layOutFile, mapColumns, runImport, undoImport } from "@/lib/imports/commands";
import { handOverRows } from "@/lib/imports/hand-over";
import {
  loadHandedFrom,
  loadHandedToDesk,
  loadImport,
  loadImports,
  loadMapping,
  loadRows,
} from "@/lib/imports/queries";
import { refusalOf, staffedRegister, type StaffedRegister } from "../support/registers/staffed-register";
import { AT, broughtIn, tried, value, worked } from "./bringing";

let register: StaffedRegister;
let usa: Actor;
beforeAll(async () => {
  register = await staffedRegister();
  usa = await register.open("transatlantic", "OFFICER", ["US"]);
});
afterAll(() => register.close());
beforeEach(async () => {
  await pool().query("DELETE FROM import_job WHERE imported = 0");
});

const HEAD = "Country,Priority,Title,Stage,Publisher,Evidence,Date";
let sheets = 0;
/** One row for each of these countries, different from the rows of all other sheets. */
const sheetOf = (...countries: string[]): string => {
  sheets += 1;
  const rows = countries.map(
    (country, at) =>
      `${country},2,Sheet ${String(sheets)} row ${String(at)},Committed,Gazette,Signed document,2026-02-24`,
  );
  return [HEAD, ...rows].join("\n");
};
const handedOver = async (job: ImportJob, participants: string[], by: Actor = register.officer) =>
  value(await handOverRows(by, { id: job.id, participants }, AT));
/** As a person of that desk checks the file: its columns are mapped already. */
async function taken(actor: Actor, { id }: ImportJob): Promise<ImportJob> {
  const { columns, values, from } = value(await loadMapping(actor, id));
  expect(from).toBe("told");
  value(await mapColumns(actor, { id, columns, values }));
  return worked(id, "CHECKED");
}
const numbersIn = async ({ id }: ImportJob): Promise<number[]> => {
  const { rows } = await pool().query<{ number: number }>(
    "SELECT number FROM import_row WHERE import_id = $1 ORDER BY number",
    [id],
  );
  return rows.map(({ number }) => number);
};
const fresh = async ({ id }: ImportJob, actor: Actor = register.manager): Promise<ImportJob> =>
  value(await loadImport(actor, id));

describe("rows of another desk", () => {
  test("leave the file they came in for a file of that desk, and nothing is written to the log", async () => {
    const job = await tried(register.officer, sheetOf("FR", "SE", "DE", "SE"), "coalition.csv");
    expect(job.counts).toMatchObject({ new: 2, error: 2 });
    const head = await register.head();
    const made = await handedOver(job, ["SE"]);
    expect(made).toMatchObject({
      state: "READ",
      rows: 2,
      file: { name: "coalition.csv", sha256: job.file.sha256 },
      by: { id: register.officer.id },
      handed: { by: { id: register.officer.id }, desk: ["SE"], from: job.reference },
      columns: job.columns,
      values: job.values,
    });
    expect(await fresh(job)).toMatchObject({
      rows: 2,
      counts: { new: 2, duplicate: 0, unchanged: 0, error: 0 },
    });
    expect([await numbersIn(job), await numbersIn(made)]).toEqual([
      [2, 4],
      [3, 5],
    ]);
    expect(value(await loadHandedFrom(register.officer, job)).map(({ id }) => id)).toEqual([made.id]);
    expect(await register.head()).toBe(head);
  });

  test("are imported by that desk as its pledges, with stages proposed to a manager, and can be undone", async () => {
    const job = await tried(register.officer, sheetOf("FR", "SE"));
    const made = await taken(register.officerNorth, await handedOver(job, ["SE"]));
    expect(made).toMatchObject({
      by: { id: register.officerNorth.id },
      counts: { new: 1, error: 0 },
      proposals: 1,
    });
    const done = await broughtIn(register.officerNorth, made, "As the gazette says");
    expect(done).toMatchObject({ imported: 1 });
    const [row] = await findRows(made.id, { outcome: null, after: 0, limit: 10 });
    const { rows } = await pool().query<{ actor: string; stage: string; proposer: string; reason: string }>(
      `SELECT p.stage, e.actor_id AS actor, e.reason, (SELECT proposer_id FROM proposal WHERE subject_id = p.id) AS proposer
         FROM pledge p JOIN audit.event e ON e.entity_id = p.id::text AND e.action = 'pledge.logged' WHERE p.reference = $1`,
      [row?.reference],
    );
    expect(rows).toMatchObject([
      { stage: "PLEDGED", actor: register.officerNorth.id, proposer: register.officerNorth.id },
    ]);
    expect(rows[0]?.reason).toContain(made.reference);
    value(await undoImport(register.officerNorth, { id: made.id, reason: "Another sheet was meant" }, AT));
    expect(await worked(made.id, "UNDONE")).toMatchObject({ undone: 1, kept: 0 });
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });

  test("can be a whole file, which is then gone", async () => {
    const job = await tried(register.officer, sheetOf("SE", "SE"));
    const made = await handedOver(job, ["SE"]);
    expect(made.rows).toBe(2);
    expect(refusalOf(await loadImport(register.officer, job.id))).toBe("not-found");
    expect(await fresh(made, register.officer)).toMatchObject({ rows: 2 });
  });

  test("go to one desk or to managers if no desk has all of them", async () => {
    const job = await tried(register.officer, sheetOf("FR", "SE", "US"));
    const made = await handedOver(job, ["SE", "US"]);
    // Neither desk has both.
    expect(refusalOf(await loadImport(usa, made.id))).toBe("not-found");
    const again = await tried(register.officer, sheetOf("SE", "US"));
    const [sweden, america] = [await handedOver(again, ["SE"]), await handedOver(again, ["US"])];
    expect(await fresh(america, usa)).toMatchObject({ rows: 1 });
    expect(await fresh(sweden, register.officerNorth)).toMatchObject({ rows: 1 });
    const { columns, values } = value(await loadMapping(register.manager, made.id));
    value(await mapColumns(register.manager, { id: made.id, columns, values }));
    expect(await worked(made.id, "CHECKED")).toMatchObject({
      counts: { new: 2 },
      by: { id: register.manager.id },
    });
  });
});

describe("a file that was handed over", () => {
  test("is worked on by its desk or a manager; the person who handed it over sees it, and others don't", async () => {
    const made = await handedOver(await tried(register.officer, sheetOf("FR", "SE")), ["SE"]);
    const listed = async (actor: Actor) =>
      value(await loadImports(actor, { cursor: null, limit: 50 })).items.map(({ id }) => id);
    for (const actor of [register.officer, register.officerNorth, register.manager])
      expect(await listed(actor)).toContain(made.id);
    expect(await listed(usa)).not.toContain(made.id);
    expect(refusalOf(await loadRows(usa, { id: made.id, outcome: null, after: 0, limit: 10 }))).toBe(
      "not-found",
    );

    const { columns, values } = value(await loadMapping(register.officer, made.id));
    const { id } = made;
    const cells = [{ column: 0, value: "FR" }];
    for (const tryIt of [
      () => mapColumns(register.officer, { id, columns, values }),
      () => fixRow(register.officer, { id, row: 3, cells }),
      () => runImport(register.officer, { id, goodRowsOnly: true }),
      () => cancelImport(register.officer, { id, discard: true }),
      () => undoImport(register.officer, { id, reason: "Mine" }, AT),
      () => handOverRows(register.officer, { id, participants: ["SE"] }, AT),
    ])
      expect(refusalOf(await tryIt())).toBe("another-desk");

    await taken(register.officerNorth, made);
    const second = await register.open("northern-too", "OFFICER", ["SE"]);
    expect(await fresh(made, second)).toMatchObject({ by: { id: register.officerNorth.id } });
    expect(refusalOf(await runImport(second, { id, goodRowsOnly: true }))).toBe("another-desk");
    expect(refusalOf(await mapColumns(register.officer, { id, columns, values }))).toBe("another-desk");
  });

  test("waits on its desk's page until someone checks it, or on the managers' if no officer has the desk", async () => {
    const waiting = async (actor: Actor) => (await loadHandedToDesk(actor)).map(({ id }) => id);
    const made = await handedOver(await tried(register.officer, sheetOf("SE")), ["SE"]);
    expect(await waiting(register.officerNorth)).toEqual([made.id]);
    for (const actor of [register.officer, register.manager, register.auditor, usa])
      expect(await waiting(actor)).toEqual([]);
    await taken(register.officerNorth, made);
    expect(await waiting(register.officerNorth)).toEqual([]);

    const alone = await handedOver(await tried(register.officer, sheetOf("US")), ["US"]);
    await register.disable(usa);
    expect(await waiting(register.manager)).toEqual([alone.id]);
  });

  test("is not found by an officer whose desk has changed since", async () => {
    const made = await handedOver(await tried(register.officer, sheetOf("SE")), ["SE"]);
    const moved = { ...register.officerNorth, desk: ["DE"] };
    expect(refusalOf(await loadImport(moved, made.id))).toBe("not-found");
  });
});

describe("handing over", () => {
  test.each<[string, string[]]>([
    ["rows of one's own desk", ["FR"]],
    ["rows that the file doesn't have", ["PL"]],
    ["rows in error for another reason", ["DE"]],
  ])("%s are not handed over", async (_what, participants) => {
    const job = await tried(register.officer, sheetOf("FR", "SE"));
    expect(refusalOf(await handOverRows(register.officer, { id: job.id, participants }, AT))).toBe(
      "invalid, participants no-rows-of-desk",
    );
    expect(await fresh(job)).toMatchObject({ rows: 2 });
    expect(await numbersIn(job)).toEqual([2, 3]);
  });

  test("rows of a file that is being imported, is done or isn't one's own aren't handed over", async () => {
    const job = await tried(register.officer, sheetOf("FR", "SE"));
    const over = (actor: Actor) => handOverRows(actor, { id: job.id, participants: ["SE"] }, AT);
    expect(refusalOf(await over(register.officerNorth))).toBe("not-found");
    expect(refusalOf(await over(register.auditor))).toBe("role");
    value(await runImport(register.officer, { id: job.id, goodRowsOnly: true, reason: "Signed" }));
    expect(refusalOf(await over(register.officer))).toBe("in-progress");
    await worked(job.id, "DONE");
    expect(refusalOf(await over(register.officer))).toBe("in-progress");
  });

  test("rows handed over twice at once are handed over once", async () => {
    const job = await tried(register.officer, sheetOf("FR", "SE"));
    const both = await Promise.all(
      [1, 2].map(() => handOverRows(register.officer, { id: job.id, participants: ["SE"] }, AT)),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap((one) => (one.ok ? [] : [refusalOf(one)]))).toEqual([
      "invalid, participants no-rows-of-desk",
    ]);
  });

  test("a file that was handed over can't get another layout, since its sheet is elsewhere", async () => {
    const made = await handedOver(await tried(register.officer, sheetOf("FR", "SE")), ["SE"]);
    const layout = { sheet: 0, headings: 1 as const, skips: true };
    expect(refusalOf(await layOutFile(register.officerNorth, { id: made.id, ...layout }))).toBe(
      "invalid, heading handed-over",
    );
    expect(await numbersIn(made)).toEqual([3]);
  });

  test("more than twenty files a day that nobody has checked are not handed over", async () => {
    const job = await tried(register.officer, sheetOf("FR", "SE"));
    const made = await handedOver(job, ["SE"]);
    await pool().query(
      `INSERT INTO import_job (id, number, person_id, person_name, file_name, bytes, sha256, form, header, rows, state, created_at, desk, handed_by)
       SELECT gen_random_uuid(), 900000 + n, person_id, person_name, file_name, bytes, sha256, form, header, rows, state, register_now(), desk, handed_by
         FROM import_job, generate_series(1, 20) n WHERE id = $1`,
      [made.id],
    );
    const other = await tried(register.officer, sheetOf("FR", "SE"));
    expect(refusalOf(await handOverRows(register.officer, { id: other.id, participants: ["SE"] }, AT))).toBe(
      "invalid,  too-many-imports",
    );
    expect(await fresh(other)).toMatchObject({ rows: 2 });
  });
});

test("half of twenty thousand rows are handed over, and each row is in one file", async () => {
  const countries = Array.from({ length: 20_000 }, (_, at) => (at % 2 === 0 ? "FR" : "SE"));
  const job = await tried(register.officer, sheetOf(...countries));
  expect(job.counts).toMatchObject({ new: 10_000, error: 10_000 });
  const made = await handedOver(job, ["SE"]);
  expect(made.rows).toBe(10_000);
  expect(await fresh(job)).toMatchObject({ rows: 10_000, counts: { new: 10_000, error: 0 } });
  const all = [...(await numbersIn(job)), ...(await numbersIn(made))];
  expect(new Set(all).size).toBe(20_000);
});
