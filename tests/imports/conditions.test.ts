// What the column of conditions becomes, if its words name nothing on record: comments on the pledge, with every word.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { staffedRegister, type StaffedRegister } from "../support/registers/staffed-register";
import { broughtIn, rowsOf, tried } from "./bringing";
import { runImport } from "@/lib/imports/commands";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const HEADINGS = "Country,Priority,Title,Stage,Publisher,Evidence,Conditions";
const row = (title: string, conditions: string): string =>
  `FR,2,${title},Signalled,Le Monde,Media report,"${conditions}"`;

async function commentsOf(sheet: readonly string[]): Promise<string[][]> {
  const job = await broughtIn(
    register.officer,
    await tried(register.officer, [HEADINGS, ...sheet].join("\n")),
  );
  return Promise.all(
    (await rowsOf(job.id)).map(async ({ reference }) => {
      const { rows } = await pool().query<{ text: string }>(
        `SELECT c.text FROM comment c JOIN pledge p ON p.id = c.pledge_id JOIN audit.event e ON e.entity_id = c.id::text
          WHERE p.reference = $1 ORDER BY e.seq`,
        [reference],
      );
      return rows.map(({ text }) => text);
    }),
  );
}

test("conditions in words are kept whole, in as many comments as they need, whatever character is at a cut", async () => {
  const long = Array.from({ length: 900 }, (_, n) => `word${String(n)}`).join(" ");
  const blankless = `${"x".repeat(1_999)}😀${"y".repeat(3_000)}`;
  const [short = [], several = [], cut = []] = await commentsOf([
    row("A bridge", "Once the parliament has agreed; if the snow melts"),
    row("A ferry", long),
    row("A tunnel", blankless),
  ]);
  expect(short).toEqual(["Once the parliament has agreed; if the snow melts"]);
  expect(several.length).toBeGreaterThan(3);
  expect(several.join(" ")).toBe(long);
  expect(cut.join("")).toBe(blankless);
});

test("a character at the cut of a message is no reason for a dry run to fail", async () => {
  const job = await tried(
    register.officer,
    `${HEADINGS}\n${row("A road", `${"z".repeat(56)}😀${"z".repeat(20)}`)}`,
  );
  const [{ notes } = { notes: [] }] = await rowsOf(job.id);
  expect(notes.find(({ code }) => code === "conditions-as-words")?.params).toEqual({
    text: `${"z".repeat(56)}…`,
  });
  expect((await runImport(register.officer, { id: job.id, goodRowsOnly: false })).ok).toBe(true);
});
