// Rows that may be on record are compared with the pledge, and a person says what they are.
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixRow } from "@/lib/imports/commands";
import { loadComparedRows, loadUnderstoodRow } from "@/lib/imports/alike";
import { logPledge, voidPledge } from "@/lib/pledges/pledges/commands";
import {
  aSentPledge,
  LATER,
  staffedRegister,
  type StaffedRegister,
} from "../support/registers/staffed-register";
import { broughtIn, rowsOf, tried, value } from "./bringing";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const HEADINGS = "Country,Priority,Title,Stage,Publisher,Evidence,Kind,Quantity,Unit,Location,Window start";

test("a row is compared with the pledge it may be, and a person says whether it is that or new", async () => {
  const { officer } = register;
  const known = value(
    await logPledge(officer, aSentPledge({ title: "Minehunters for the Black Sea mission" }), LATER),
  );
  const { participant, priority } = known;
  const row = (title: string, quantity: string) =>
    `${participant},${String(priority)},${title},Signalled,Le Monde,Media report,Maritime,${quantity},ships,,2026-09-01`;
  const job = await tried(
    officer,
    [
      HEADINGS,
      row("Two minehunters for the mission in the Black Sea", "2"),
      row("A radar on the coast", "7"),
    ].join("\n"),
  );
  const rows = await rowsOf(job.id);
  expect(rows.map(({ outcome }) => outcome)).toEqual(["new", "new"]);
  const compared = await loadComparedRows(officer, { id: job.id, rows });
  expect([...compared.keys()]).toEqual([2]);
  const [alike] = compared.get(2)?.alike ?? [];
  expect(alike?.pledge.reference).toBe(known.reference);
  expect(alike?.differs).toEqual(expect.arrayContaining(["title", "quantity", "windowStart"]));

  const said = value(await fixRow(officer, { id: job.id, row: 2, cells: [], is: known.reference }));
  expect(said).toMatchObject({ outcome: "duplicate", onRecord: known.reference });
  expect(said.notes).toContainEqual(expect.objectContaining({ code: "says-otherwise" }));
  const [first] = (await loadComparedRows(officer, { id: job.id, rows: [said] })).get(2)?.alike ?? [];
  expect(first?.pledge.reference).toBe(known.reference);
  expect(value(await loadUnderstoodRow(officer, { id: job.id, row: 2 }))).toMatchObject({
    title: "Two minehunters for the mission in the Black Sea",
    windowStart: "2026-09-01",
  });

  const again = value(await fixRow(officer, { id: job.id, row: 2, cells: [], is: null }));
  expect(again).toMatchObject({ outcome: "new", onRecord: null });
  value(await fixRow(officer, { id: job.id, row: 2, cells: [], is: known.reference }));
  await broughtIn(officer, job);
  expect((await rowsOf(job.id)).map(({ reference }) => reference !== null)).toEqual([false, true]);
});

test("a row is compared with the latest pledges of its participant and priority", async () => {
  const { officer } = register;
  const sheet = (titles: readonly string[]) =>
    [
      "Country,Priority,Title,Stage,Publisher,Evidence",
      ...titles.map((title) => `FR,5,${title},Signalled,Le Monde,Media report`),
    ].join("\n");
  const earlier = Array.from({ length: 21 }, (_, n) => `Plan ${String(n)}`);
  const logged = await tried(officer, sheet([...earlier, "Workshops for armoured vehicles"]));
  await broughtIn(officer, logged);
  const latest = (await rowsOf(logged.id)).at(-1)?.reference;
  const job = await tried(officer, sheet(["Two workshops for armoured vehicles"]));
  const compared = await loadComparedRows(officer, { id: job.id, rows: await rowsOf(job.id) });
  expect(compared.get(2)?.alike.map(({ pledge }) => pledge.reference)).toEqual([latest]);
});

test("a row that names a void pledge says so", async () => {
  const { officer, manager } = register;
  const { reference, version, ...stated } = value(
    await logPledge(officer, aSentPledge({ title: "A school of sappers" }), LATER),
  );
  value(await voidPledge(manager, { reference, ifMatch: version, reason: "Said twice" }, LATER));
  const { participant, priority, title } = stated;
  const job = await tried(
    officer,
    `Country,Priority,Title,Stage,Reference\n${participant},${String(priority)},${title},${stated.stage},${reference}`,
  );
  const [row] = await rowsOf(job.id);
  expect(row).toMatchObject({ outcome: "unchanged", notes: [{ field: "reference", code: "is-void" }] });
});

test("a row can't be linked to a pledge that isn't on record, nor by another desk", async () => {
  const { officer, officerNorth } = register;
  const job = await tried(officer, `${HEADINGS}\nFR,2,A bridge,Signalled,Le Monde,Media report,Other,,,,`);
  expect(await fixRow(officer, { id: job.id, row: 2, cells: [], is: "FR-2-999" })).toMatchObject({
    ok: false,
    refusal: { errors: [{ path: "is", code: "unknown" }] },
  });
  const others = await fixRow(officerNorth, { id: job.id, row: 2, cells: [], is: null });
  expect(others).toMatchObject({ ok: false });
  expect(await loadUnderstoodRow(officerNorth, { id: job.id, row: 2 })).toMatchObject({ ok: false });
});
