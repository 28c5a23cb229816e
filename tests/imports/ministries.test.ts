// Six workbooks as ministries keep them: nine of ten good rows are imported after at most five answers for the file,
// each as a person reads it, and each refused row says why.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { NO_ANSWERS } from "@/lib/domain/import/file-answers";
import type { ImportRow } from "@/lib/domain/import/import-row";
import { moneyEnds } from "@/lib/domain/pledge/money";
import { layOutFile, mapColumns } from "@/lib/imports/commands";
import { loadImport, loadMapping } from "@/lib/imports/queries";
import { staffedRegister, type StaffedRegister } from "../support/registers/staffed-register";
import { rowsOf, uploaded, value, withCoalition, worked } from "./bringing";
import { MINISTRIES } from "./ministries";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
  await withCoalition(register.admin);
});
afterAll(() => register.close());

function said({ quantity, money }: ImportRow): string {
  if (money) {
    const { min, max, currency } = moneyEnds(money);
    return min === max ? `${currency} ${min}` : `${currency} ${min}-${max ?? ""}`;
  }
  if (quantity.kind === "NOT_STATED") return "-";
  if (quantity.kind === "QUALITATIVE") return "words";
  const { kind, min, max, unit } = quantity;
  return `${kind} ${String(min)}${max === null || max === min ? "" : `-${String(max)}`} ${unit ?? "?"}`;
}

const counted = { good: 0, came: 0 };

test.each(MINISTRIES.map((file) => [file.name, file] as const))("%s", async (name, file) => {
  expect(file.answered).toBeLessThanOrEqual(5);
  const { manager } = register;
  const { id } = await uploaded(manager, file.bytes, name);
  const { layout } = value(await loadImport(manager, id)).file.form;
  if (!layout) throw new Error("no layout");
  if (file.layout) value(await layOutFile(manager, { id, ...layout, ...file.layout }));
  const { columns, values } = value(await loadMapping(manager, id));
  const answers = { ...NO_ANSWERS, ...file.answers };
  value(await mapColumns(manager, { id, columns, values: { ...values, answers } }));
  const job = await worked(id, "CHECKED");
  expect(job.file.form.left).toEqual(file.left);

  const rows = await rowsOf(id);
  const { rows: stored } = await pool().query<{ number: number; understood: ImportRow | null }>(
    "SELECT number, understood FROM import_row WHERE import_id = $1",
    [id],
  );
  const understood = new Map(stored.map((row) => [row.number, row.understood]));
  const came = rows.filter(({ outcome }) => outcome === "new");
  const truth = new Map(file.good.map(([row, ...rest]) => [row, rest.join(" · ")]));
  // No row is silently wrong: each is understood as a person reads it.
  const read = came.map(({ row }) => {
    const one = understood.get(row);
    if (!one) return [row, "nothing"];
    return [row, [one.participant, one.priority, one.stage, one.statedOn, said(one)].join(" · ")];
  });
  expect(read).toEqual(came.map(({ row }) => [row, truth.get(row) ?? "not to be read"]));
  // Each refused row says why.
  const refused = rows.filter(({ outcome }) => outcome !== "new");
  for (const { row, faults } of refused) {
    const codes = faults.map(({ code }) => code);
    expect(codes.length, `row ${String(row)}`).toBeGreaterThan(0);
    const wanted = file.refused.filter(([number]) => number === row).map(([, code]) => code);
    expect(
      wanted.some((code) => codes.includes(code)),
      `row ${String(row)}: ${codes.join(", ")}`,
    ).toBe(true);
  }
  counted.good += file.good.length;
  counted.came += came.length;
  expect(came.length).toBeGreaterThanOrEqual(Math.floor(file.good.length * 0.9 - 0.001));
});

test("of the 40 good rows of all files, 39 can be imported", () => {
  expect(counted).toEqual({ came: 39, good: 40 });
});
