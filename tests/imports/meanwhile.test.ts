// What others do while a file is being imported, or afterwards: nothing is logged twice, nothing that anyone has worked on is
// undone, and an import that broke off can be finished.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { clearAwayImports, createImport, findImportJob } from "@/lib/db/jobs/imports";
import { addRows } from "@/lib/db/statements/import-rows";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import { mayUndo, type ImportJob } from "@/lib/domain/import/import";
import { noteFinding } from "@/lib/oversight/findings/commands";
import { cancelImport, fixRow, runImport, undoImport } from "@/lib/imports/commands";
import { loadImport, loadImports } from "@/lib/imports/queries";
import { runImportJob } from "@/lib/imports/worker";
import { changePledge, logPledge, setStage } from "@/lib/pledges/pledges/commands";
import { askQuestion } from "@/lib/oversight/questions/commands";
import { writeComment } from "@/lib/pledges/comments/commands";
import {
  aSentPiece,
  aSentPledge,
  staffedRegister,
  type StaffedRegister,
} from "../support/registers/staffed-register";
import { AT, broughtIn, rowsOf, tried, value, WORKER, worked } from "./bringing";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const clock = async (): Promise<string> =>
  (await pool().query<{ at: string }>("SELECT audit.instant(register_now()) AS at")).rows[0]?.at ?? AT;

const HEADINGS = "Country,Priority,Title,Stage,Publisher,Evidence";
const sheet = (...titles: string[]): string =>
  [HEADINGS, ...titles.map((title) => `FR,2,${title},Signalled,Le Monde,Media report`)].join("\n");

type Ask = (this: pg.Client, ...asked: unknown[]) => unknown;
const asking = pg.Client.prototype as unknown as { query: Ask };
const { query } = asking;
afterEach(() => {
  asking.query = query;
});

/** Calls `then` each time the statement is answered. */
function behind(statement: RegExp, then: (time: number) => Promise<void> | void): void {
  let time = 0;
  const { query: ask } = asking;
  asking.query = function (...asked) {
    const [first] = asked;
    const text = typeof first === "string" ? first : String((first as { text?: string }).text);
    if (!statement.test(text)) return ask.apply(this, asked);
    time += 1;
    const now = time;
    const promised = asked.filter((one) => typeof one !== "function");
    const answered = (ask.apply(this, promised) as Promise<unknown>).then(async (answer) => {
      await then(now);
      return answer;
    });
    // A pool passes a callback.
    const told = asked.find((one) => typeof one === "function") as
      | ((error: unknown, answer?: unknown) => void)
      | undefined;
    if (!told) return answered;
    answered.then((answer) => told(null, answer), told);
    return undefined;
  };
}

test("a batch that begins again after a deadlock sees what was logged in between", async () => {
  const job = await tried(register.officer, sheet("A bridge", "A ferry", "A tunnel"));
  value(await runImport(register.officer, { id: job.id, goodRowsOnly: false }));
  behind(/SET reference = d\.reference/, (time) => {
    if (time === 1) throw Object.assign(new Error("deadlock detected"), { code: "40P01" });
  });
  const ferry = aSentPledge({ priority: 2, title: "A FERRY", stage: "SIGNALLED" });
  behind(/AND state = 'RUNNING' ORDER BY id\s+FOR NO KEY UPDATE/, async (time) => {
    if (time === 2) value(await logPledge(register.officer, ferry, AT));
  });
  expect(await worked(job.id, "DONE")).toMatchObject({ imported: 2 });
  const outcomes = async () => (await rowsOf(job.id)).map(({ outcome }) => outcome);
  expect(await outcomes()).toEqual(["new", "duplicate", "new"]);
  expect((await findImportJob(job.id))?.counts).toMatchObject({ new: 2, duplicate: 1 });
});

test("an import finds what was being logged during its dry run, and what was renamed since", async () => {
  const ferry = value(
    await logPledge(register.officer, aSentPledge({ priority: 2, title: "Boats", stage: "SIGNALLED" }), AT),
  );
  let isTried: () => void = () => undefined;
  const trial = new Promise<void>((resolve) => {
    isTried = resolve;
  });
  let isThere: () => void = () => undefined;
  const logging = new Promise<void>((resolve) => {
    isThere = resolve;
  });
  behind(/INSERT INTO "public"\."pledge"/, async (time) => {
    if (time !== 1) return;
    isThere();
    await trial;
  });
  const lift = aSentPledge({ priority: 2, title: "Lifts", stage: "SIGNALLED" });
  const logged = logPledge(register.officer, lift, AT);
  await logging;
  const job = await tried(register.officer, sheet("Lifts", "Many boats", "Stairs"));
  isTried();
  const { reference, version } = value(await logged);
  expect((await rowsOf(job.id)).map(({ outcome }) => outcome)).toEqual(["new", "new", "new"]);
  const renamed = { reference: ferry.reference, ifMatch: ferry.version, changes: { title: "MANY BOATS" } };
  value(await changePledge(register.officer, renamed, AT));
  value(await runImport(register.officer, { id: job.id, goodRowsOnly: false }));
  expect(await worked(job.id, "DONE")).toMatchObject({ imported: 1 });
  expect(version).toBe(1);
  expect((await rowsOf(job.id)).map(({ outcome, onRecord }) => [outcome, onRecord])).toEqual([
    ["duplicate", reference],
    ["duplicate", ferry.reference],
    ["new", null],
  ]);
});

test("a fix of a row is refused if the import begins first, and the row is imported as checked", async () => {
  const job = await tried(register.officer, sheet("A quay"));
  const mend = () =>
    fixRow(register.officer, { id: job.id, row: 2, cells: [{ column: 2, value: "A pier" }] });
  // The import begins before the fixed row is checked.
  behind(/FROM "public"\."trigger"/, async (time) => {
    if (time === 1) value(await runImport(register.manager, { id: job.id, goodRowsOnly: false }));
  });
  expect(await mend()).toMatchObject({ refusal: { code: "in-progress" } });
  await worked(job.id, "DONE");
  expect((await rowsOf(job.id))[0]).toMatchObject({ title: "A quay", reference: /^FR-2-/ });
});

test.each([
  ["before the row is read again", /FROM "public"\."trigger"/],
  ["after it was read again", /FROM "public"\."import_row"/],
])("two people who correct a row at once keep both corrections: %s", async (when, statement) => {
  const title = `A pier ${when}`;
  const job = await tried(
    register.officer,
    sheet(title, title).replaceAll("2,", "9,").replaceAll("Signalled", "?"),
  );
  const mend = (who: Actor, column: number, value: string) =>
    fixRow(who, { id: job.id, row: 2, cells: [{ column, value }], alike: true });
  behind(statement, async (time) => {
    if (time === 1) value(await mend(register.manager, 3, "Signalled"));
  });
  expect(value(await mend(register.officer, 1, "2"))).toMatchObject({ outcome: "new", faults: [] });
  expect((await rowsOf(job.id)).map(({ cells }) => cells.slice(1, 4))).toEqual([
    ["2", title, "Signalled"],
    ["2", title, "Signalled"],
  ]);
});

test("a file that wasn't read to its end is not shown, and is deleted after two hours", async () => {
  const at = await clock();
  const id = randomUUID();
  const form = { is: "CSV", encoding: "utf-8", delimiter: ",", sheet: null, otherSheets: 0 } as const;
  const file = { name: "half.csv", bytes: 10, sha256: "0".repeat(64), form };
  await createImport({ id, by: register.officer, file, header: ["A"], at });
  await addRows(id, [{ number: 2, cells: ["x"] }]);
  const half = async () => (await pool().query("SELECT FROM import_job WHERE id = $1", [id])).rowCount;
  expect(await loadImport(register.officer, id)).toMatchObject({ refusal: { code: "not-found" } });
  const listed = value(await loadImports(register.officer, { cursor: null, limit: 50 }));
  expect(listed.items.map(({ file }) => file.name)).not.toContain("half.csv");
  expect(listed.total).toBe(listed.items.length);
  await clearAwayImports();
  expect(await half()).toBe(1);
  await pool().query("UPDATE import_job SET created_at = created_at - interval '2 hours' WHERE id = $1", [
    id,
  ]);
  await clearAwayImports();
  expect(await half()).toBe(0);
});

test("an undo leaves pledges that others rely on, and those the importer has worked on since", async () => {
  const names = [
    "Asked about",
    "Found wanting",
    "Taking the place of another",
    "Spoken of",
    "Moved on",
    "Alone",
  ];
  const job = await broughtIn(register.officer, await tried(register.officer, sheet(...names)));
  const references = (await rowsOf(job.id)).map(({ reference }) => reference ?? "");
  const [asked = "", found = "", heir = "", spoken = "", moved = "", alone = ""] = references;
  const question = { code: null, askedOf: "The ministry", text: "When?", language: null, dueOn: null };
  value(await askQuestion(register.officer, { about: asked, ...question }));
  value(await noteFinding(register.auditor, { about: `pledge:${found}`, text: "Which source?" }));
  const older = value(
    await logPledge(register.officer, aSentPledge({ priority: 2, title: "The older" }), AT),
  );
  const gone = { to: "SUPERSEDED" as const, successor: heir, reason: "Said anew", evidence: [] };
  value(await setStage(register.officer, { reference: older.reference, ifMatch: 1, ...gone }, AT));
  value(await writeComment(register.manager, { reference: spoken, text: "Good" }));
  value(await writeComment(register.officer, { reference: alone, text: "Mine" }));
  const evidence = [aSentPiece({ kind: "OFFICIAL_STATEMENT" })];
  value(await setStage(register.officer, { reference: moved, ifMatch: 1, to: "PLEDGED", evidence }, AT));
  value(await undoImport(register.officer, { id: job.id, reason: "Not meant" }, await clock()));
  expect(await worked(job.id, "UNDONE")).toMatchObject({ undone: 1, kept: 5 });
  const { rows } = await pool().query<{ reference: string }>(
    "SELECT reference FROM pledge WHERE voided_at IS NOT NULL AND reference = ANY ($1)",
    [references],
  );
  expect(rows).toEqual([{ reference: alone }]);
  expect((await rowsOf(job.id)).map(({ takenBack }) => takenBack)).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
  ]);
});

const given = async (id: string): Promise<ImportJob> => {
  await pool().query(
    "UPDATE import_job SET state = 'RUNNING', worker = gen_random_uuid(), beat_at = now() - interval '1 minute', attempts = 5 WHERE id = $1",
    [id],
  );
  expect(await runImportJob(WORKER)).toBe(false);
  const job = await findImportJob(id);
  if (!job) throw new Error("it is gone");
  return job;
};

test("an import that broke off halfway can be continued or undone", async () => {
  const titles = Array.from({ length: 410 }, (_, n) => `Tent ${String(n)}`);
  for (const end of ["DONE", "UNDONE"] as const) {
    const job = await tried(
      register.officer,
      sheet(...titles.map((title) => `${title} ${end}`)),
      `${end}.csv`,
    );
    const importer = end === "DONE" ? register.manager : register.officer;
    value(await runImport(importer, { id: job.id, goodRowsOnly: false }));
    behind(/"understood" FROM "public"\."import_row"/, (time) => {
      if (time === 2) throw new Error("its process ended");
    });
    await runImportJob(WORKER);
    asking.query = query;
    const left = await given(job.id);
    expect(left).toMatchObject({ state: "FAILED", fault: "not-made", imported: 400, importedAt: null });
    const at = await clock();
    expect(mayUndo(importer, left, at)).toBe(true);
    expect(mayUndo(importer, left, new Date(Date.parse(at) + 25 * 3_600_000).toISOString())).toBe(false);
    if (end === "DONE") {
      await broughtIn(register.officer, job);
      // What the manager logged isn't the officer's to void.
      value(await undoImport(register.officer, { id: job.id, reason: "Not meant" }, at));
      expect(await worked(job.id, "UNDONE")).toMatchObject({ imported: 410, undone: 10, kept: 400 });
      continue;
    }
    value(await undoImport(register.officer, { id: job.id, reason: "It broke off" }, at));
    expect(await given(job.id)).toMatchObject({ state: "FAILED", undone: 0 });
    value(await undoImport(register.officer, { id: job.id, reason: "It broke off" }, at));
    expect(await worked(job.id, "UNDONE")).toMatchObject({ undone: 400, kept: 0 });
    expect(await register.eventsOf(job.id)).toMatchObject([
      { action: "import.made" },
      { action: "import.undone" },
    ]);
  }
});

test("a person whose account is disabled imports nothing, and a manager may continue", async () => {
  const leaving = await register.open("leaving", "OFFICER", ["FR"]);
  const job = await tried(leaving, sheet("A last thing"));
  value(await runImport(leaving, { id: job.id, goodRowsOnly: false }));
  await register.disable(leaving);
  expect(await worked(job.id, "FAILED")).toMatchObject({ fault: "asker-gone", imported: 0 });
  value(await runImport(register.manager, { id: job.id, goodRowsOnly: false }));
  expect(await worked(job.id, "DONE")).toMatchObject({ imported: 1 });
});

test("a file can be discarded before it is imported, but not after", async () => {
  const job = await tried(register.officer, sheet("A last thing, again"));
  const discard = (id: string) => cancelImport(register.officer, { id, discard: true });
  expect(await cancelImport(register.officerNorth, { id: job.id, discard: true })).toMatchObject({
    refusal: { code: "not-found" },
  });
  const other = await tried(register.officer, sheet("A thing to keep"));
  value(await discard(job.id));
  expect(await findImportJob(job.id)).toBeNull();
  await broughtIn(register.officer, other);
  expect(await discard(other.id)).toMatchObject({ refusal: { code: "already-there" } });
  expect(await findImportJob(other.id)).toMatchObject({ state: "DONE" });
});

test("the log is intact", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true });
});
