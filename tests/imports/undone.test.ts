// What an undo takes back: what the import wrote, whoever ran it, and nothing that anyone has worked on since.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { runImport, undoImport } from "@/lib/imports/commands";
import { writeComment } from "@/lib/pledges/comments/commands";
import { staffedRegister, type StaffedRegister } from "../support/registers/staffed-register";
import { rowsOf, tried, value, worked } from "./bringing";

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
