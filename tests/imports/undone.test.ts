// What an undo takes back: what the import wrote, if the person who undoes it may void it, and nothing that anyone has
// worked on since.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { runImport, undoImport } from "@/lib/imports/commands";
import { writeComment } from "@/lib/pledges/comments/commands";
import { verifyRegister } from "@/lib/db/verify/verify";
import { changePerson } from "@/lib/people/people/commands";
import { loadPerson } from "@/lib/people/people/queries";
import { refusalOf, staffedRegister, type StaffedRegister } from "../support/registers/staffed-register";
import { broughtIn, rowsOf, tried, value, worked } from "./bringing";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

test("an officer's file that a manager imported is undone whole: its comments and proposals are no work", async () => {
  const { officer, manager, manager2 } = register;
  const job = await tried(
    officer,
    [
      "Country,Priority,Title,Stage,Publisher,Evidence,Conditions",
      "FR,2,A bridge,Signalled,Le Monde,Media report,",
      "FR,2,A ferry,Signalled,Le Monde,Media report,Once the parliament has agreed",
      "FR,2,A tunnel,Committed,The ministry,Signed document,",
      "FR,2,A road,Signalled,Le Monde,Media report,Once the snow has melted",
    ].join("\n"),
  );
  value(await runImport(manager, { id: job.id, goodRowsOnly: false, reason: "As in the file" }));
  const { importedAt } = await worked(job.id, "DONE");
  const references = (await rowsOf(job.id)).map(({ reference }) => reference ?? "");
  const open = async () =>
    (await pool().query("SELECT FROM proposal WHERE reference = ANY ($1) AND status = 'OPEN'", [references]))
      .rowCount;
  expect(await open()).toBe(1);
  value(await writeComment(manager2, { reference: references[3] ?? "", text: "Good" }));
  value(await undoImport(manager, { id: job.id, reason: "The wrong file" }, importedAt ?? ""));
  expect(await worked(job.id, "UNDONE")).toMatchObject({ undone: 3, kept: 1 });
  expect((await rowsOf(job.id)).map(({ takenBack }) => takenBack)).toEqual([true, true, true, false]);
  expect(await open()).toBe(0);
});

test("an officer's file that a manager imported is undone by a manager alone", async () => {
  const { officer, manager, manager2 } = register;
  const job = await tried(officer, sheet("FR,2,A dam,Signalled"));
  const { importedAt } = await broughtIn(manager, job);
  const undo = { id: job.id, reason: "Not mine" };
  expect(refusalOf(await undoImport(officer, undo, importedAt ?? ""))).toBe("no-such-step");
  value(await undoImport(manager2, undo, importedAt ?? ""));
  expect(await worked(job.id, "UNDONE")).toMatchObject({ undone: 1, kept: 0 });
});

test("pledges of a desk that the importer no longer has are kept", async () => {
  const job = await tried(register.officer, sheet("FR,2,A quay,Signalled", "DE,2,A quay,Signalled"));
  const { importedAt } = await broughtIn(register.officer, job);
  const { version } = value(await loadPerson(register.admin, register.officer.id));
  const narrowed = { id: register.officer.id, ifMatch: version, changes: { desk: ["FR"] } };
  value(await changePerson(register.admin, narrowed));
  const officer = { ...register.officer, desk: ["FR"] };
  value(await undoImport(officer, { id: job.id, reason: "The wrong file" }, importedAt ?? ""));
  expect(await worked(job.id, "UNDONE")).toMatchObject({ undone: 1, kept: 1 });
  expect((await rowsOf(job.id)).map(({ takenBack }) => takenBack)).toEqual([true, false]);
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

const sheet = (...rows: string[]): string =>
  [
    "Country,Priority,Title,Stage,Publisher,Evidence",
    ...rows.map((row) => `${row},Le Monde,Media report`),
  ].join("\n");
