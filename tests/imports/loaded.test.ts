// The same spreadsheet in the demonstration: what is on record is told apart from what is new, fixed rows are checked
// again, and a desk imports only its own rows.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect, pool } from "@/lib/db/client";
import { checkRegister } from "@/lib/db/derived/check";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import { cancelImport, fixRow, runImport, undoImport } from "@/lib/imports/commands";
import { loadImport, loadMapping, loadOpenInFile } from "@/lib/imports/queries";
import { pledgeList, type PledgeLine } from "@/lib/domain/exchange/tables/pledge-table";
import { asItIs, csv, responseOf } from "@/lib/api/answer";
import { confirmPledge, logPledge } from "@/lib/pledges/pledges/commands";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledgesCsv } from "@/lib/pledges/pledges/queries";
import { pledgeInput } from "@/lib/pledges/pledges/schema";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { openDemonstration } from "../support/registers/demonstration";
import { AT, broughtIn, EXPECTED, rowsOf, saidAt, SHEET, tried, uploaded, value, worked } from "./bringing";

let database: TestDatabase;
const people = new Map<string, Actor>();
beforeAll(async () => {
  database = await openDemonstration();
  const { rows } = await pool().query<Actor>("SELECT id, email, name, role, desk, sealed FROM person");
  for (const person of rows)
    people.set(person.email.split("@")[0] ?? "", { ...person, session: null, request: null });
});
afterAll(async () => {
  await disconnect();
  await database.drop();
});

const who = (name: string): Actor => {
  const found = people.get(name);
  if (!found) throw new Error(`nobody is ${name}`);
  return found;
};

const LE_MONDE = [
  {
    source: { publisher: "Le Monde", language: "fr", ownership: "INDEPENDENT" },
    ...{ kind: "MEDIA_REPORT", reliability: "B", credibility: 2 },
  },
];

/** By the keys that pledges have in the demonstration's data. */
async function references(): Promise<Map<string, string>> {
  const { pledges } = JSON.parse(readFileSync("prisma/seed/coalition.json", "utf8")) as {
    pledges: { key: string; participant: string; priority: number; title: string }[];
  };
  const { rows } = await pool().query<{
    reference: string;
    participant: string;
    priority: number;
    title: string;
  }>("SELECT reference, participant, priority, title FROM pledge");
  const nameOf = (one: { participant: string; priority: number; title: string }): string =>
    `${one.participant} ${String(one.priority)} ${one.title}`;
  const byName = new Map(rows.map((row) => [nameOf(row), row.reference]));
  return new Map(pledges.flatMap((one): [string, string][] => [[one.key, byName.get(nameOf(one)) ?? ""]]));
}

const clock = async (): Promise<string> =>
  (await pool().query<{ at: string }>("SELECT audit.instant(register_now()) AS at")).rows[0]?.at ?? AT;

test("a row that is on record is a duplicate, and a new one names similar pledges", async () => {
  const byKey = await references();
  const job = await tried(who("manager"), SHEET);
  const said = (await rowsOf(job.id)).map((row) => ({
    row: row.row,
    outcome: row.outcome,
    code: saidAt(job, row)?.code ?? null,
    sameAs: row.duplicateOfRow,
    onRecord: row.onRecord,
    similar: [...row.similar].sort(),
  }));
  const wanted = EXPECTED.expected.map((one) => ({
    row: one.row,
    outcome: one.outcomeWithCoalitionLoaded,
    code: one.code,
    sameAs: one.duplicateOf?.row ?? null,
    onRecord: one.duplicateOf?.pledge ? (byKey.get(one.duplicateOf.pledge) ?? "?") : null,
    similar:
      one.outcomeWithCoalitionLoaded === "new"
        ? (one.similarPledges ?? []).map((key) => byKey.get(key) ?? "?").sort()
        : [],
  }));
  expect(said).toEqual(wanted);
  expect(job.counts).toMatchObject(EXPECTED.counts.coalitionLoaded);
});

test("every row of the register's own list is unchanged when the list is imported", async () => {
  const guarded = {
    ...{ participant: "FR", priority: 1, title: "'Bastion' of sensors", summary: "Needs:\n- ships\n- crews" },
    ...{ stage: "SIGNALLED", evidence: LE_MONDE },
  };
  value(await logPledge(who("officer"), pledgeInput.parse(guarded), AT));
  const filter = parsePledgeFilter(new URLSearchParams());
  const view = value(await loadPledgesCsv(who("manager"), value(filter), AT));
  const list = await responseOf(csv(pledgeList, asItIs<PledgeLine>).respond(view)).text();
  for (const name of ["manager", "officer-north"]) {
    const job = await tried(who(name), list, "pledges.csv");
    const other = (await rowsOf(job.id)).filter(({ outcome }) => outcome !== "unchanged");
    expect(other).toEqual([]);
    expect(job.counts?.unchanged).toBeGreaterThan(50);
  }
});

test("an officer imports rows of their own desk, and the others say only that they are another desk's", async () => {
  const job = await tried(who("officer-north"), SHEET);
  const rows = await rowsOf(job.id);
  const { desk } = who("officer-north");
  for (const row of rows) {
    if (row.participant === null || desk.includes(row.participant)) continue;
    expect(row).toMatchObject({ outcome: "error", faults: [{ field: "participant", code: "another-desk" }] });
    // Other faults of the row aren't for this person to fix.
    expect(row.faults).toHaveLength(1);
  }
  const foreign = rows.filter(({ faults }) => faults.some(({ code }) => code === "another-desk")).length;
  const { causes } = value(await loadOpenInFile(who("officer-north"), job.id));
  const others = causes.filter(({ code }) => code === "another-desk");
  expect(others.reduce((sum, { rows: some }) => sum + some, 0)).toBe(foreign);
  expect(causes.slice(-others.length)).toEqual(others);
  const other = rows.find(({ participant }) => participant === "FR")?.row ?? 0;
  const cells = [{ column: 0, value: "Sweden" }];
  expect(
    value(await fixRow(who("officer-north"), { id: job.id, row: other, cells })).faults,
  ).not.toContainEqual(expect.objectContaining({ code: "another-desk" }));
  expect(rows.filter(({ outcome }) => outcome === "new").length).toBeGreaterThan(5);
  expect(await loadImport(who("officer"), job.id)).toMatchObject({ refusal: { code: "not-found" } });
  expect((await loadImport(who("manager"), job.id)).ok).toBe(true);
});

test("a fixed row is checked again, with the rows that were duplicates of it", async () => {
  const job = await tried(who("manager"), SHEET);
  const mend = async (row: number, column: number, text: string) =>
    value(await fixRow(who("manager"), { id: job.id, row, cells: [{ column, value: text }] }));
  expect(await mend(11, 0, "Romania")).toMatchObject({ outcome: "new", faults: [] });
  expect(await mend(38, 5, "28 Feb 2026")).toMatchObject({ outcome: "new" });
  expect(await mend(38, 5, "02/03/2026")).toMatchObject({
    outcome: "error",
    faults: [{ code: "ambiguous-date" }],
  });
  expect(await mend(13, 2, "Something else")).toMatchObject({ outcome: "new" });
  const after = await rowsOf(job.id);
  expect(after.find(({ row }) => row === 14)).toMatchObject({ outcome: "new", duplicateOfRow: null });
  expect(value(await loadImport(who("manager"), job.id)).counts).toMatchObject({
    new: 35,
    error: 5,
    duplicate: 23,
  });
});

test("an import with rows in error, or with stages to propose and no reason, doesn't begin", async () => {
  const job = await tried(who("manager"), SHEET);
  const run = (input: { goodRowsOnly: boolean; reason?: string }) =>
    runImport(who("manager"), { id: job.id, ...input });
  expect(await run({ goodRowsOnly: false })).toMatchObject({
    refusal: { errors: [{ path: "goodRowsOnly", code: "rows-in-error" }] },
  });
  expect(await run({ goodRowsOnly: true })).toMatchObject({ refusal: { code: "reason-missing" } });
});

test("a mapping of headings is remembered for the person's next file that has them", async () => {
  const { id } = await tried(who("officer-south"), "Land,Prio,Was,Stand,Rest\nUSA,4,A,Signalled,x\n");
  const told = value(await loadMapping(who("officer-south"), id));
  expect(told.from).toBe("told");
  const again = await uploaded(who("officer-south"), "Land,Prio,Was,Stand,Rest\nUSA,4,B,Signalled,x\n");
  expect(value(await loadMapping(who("officer-south"), again.id))).toMatchObject({
    from: "remembered",
    columns: told.columns,
  });
  expect(value(await loadMapping(who("manager"), again.id)).from).toBe("guessed");
});

test("a pledge logged in the meantime isn't logged twice, and one worked on since isn't voided by an undo", async () => {
  const sheet = [
    "Participant,Priority,Title,Stage,Publisher,Evidence kind",
    "France,1,A radar,Signalled,Le Monde,Media report",
    "France,1,Two radars,Signalled,Le Monde,Media report",
    "France,1,Three radars,Signalled,Le Monde,Media report",
  ].join("\n");
  const job = await tried(who("officer"), sheet);
  const input = pledgeInput.parse({
    participant: "FR",
    priority: 1,
    title: "a RADAR!",
    stage: "SIGNALLED",
    evidence: LE_MONDE,
  });
  const logged = value(await logPledge(who("officer"), input, AT));
  expect(await broughtIn(who("officer"), job)).toMatchObject({ imported: 2 });
  const rows = await rowsOf(job.id);
  expect(rows[0]).toMatchObject({ outcome: "duplicate", onRecord: logged.reference, reference: null });
  const [second, third] = [rows[1]?.reference ?? "", rows[2]?.reference ?? ""];
  value(await confirmPledge(who("officer"), { reference: second }, await clock()));
  expect((await undoImport(who("auditor"), { id: job.id, reason: "x" }, await clock())).ok).toBe(false);
  value(await undoImport(who("officer"), { id: job.id, reason: "Another file was meant" }, await clock()));
  expect(await worked(job.id, "UNDONE")).toMatchObject({ undone: 1, kept: 1 });
  const { rows: voided } = await pool().query(
    "SELECT reference FROM pledge WHERE voided_at IS NOT NULL AND reference = ANY ($1)",
    [[second, third]],
  );
  expect(voided).toEqual([{ reference: third }]);
  expect(await undoImport(who("officer"), { id: job.id, reason: "Again" }, await clock())).toMatchObject({
    refusal: { code: "no-such-step" },
  });
});

test("an import can't be undone after a day", async () => {
  const job = await tried(
    who("officer"),
    "Country,Priority,Title,Stage,Publisher,Evidence\nFrance,1,A mast,Signalled,Le Monde,press\n",
  );
  await broughtIn(who("officer"), job);
  const late = new Date(Date.parse(await clock()) + 24 * 3_600_000).toISOString();
  expect(await undoImport(who("officer"), { id: job.id, reason: "Late" }, late)).toMatchObject({
    refusal: { code: "no-such-step" },
  });
});

test("an import cancelled before its first row can begin again; a finished one can't be cancelled", async () => {
  const job = await tried(
    who("officer"),
    "Country,Priority,Title,Stage,Publisher,Evidence\nFrance,1,A buoy,Signalled,Le Monde,press\n",
  );
  value(await runImport(who("officer"), { id: job.id, goodRowsOnly: true }));
  value(await cancelImport(who("officer"), { id: job.id, discard: false }));
  expect(await worked(job.id, "CHECKED")).toMatchObject({ imported: 0 });
  expect(await broughtIn(who("officer"), job)).toMatchObject({ imported: 1 });
  expect(await cancelImport(who("officer"), { id: job.id, discard: false })).toMatchObject({
    refusal: { code: "already-there" },
  });
});

test("the log is intact, and what is derived is what would be derived again", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true });
  expect(await checkRegister()).toMatchObject({ differing: [], counters: [], cells: [] });
});
