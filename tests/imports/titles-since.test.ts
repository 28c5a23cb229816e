// What was logged since a file was checked is found from the log's new entries, also while PostgreSQL doesn't know yet
// how large the tables have become: otherwise an import fails at each attempt, after fifteen seconds.
import { afterAll, beforeAll, expect, test } from "vitest";
import { fillBench } from "@/bench/data/fill";
import { planOf } from "@/bench/report/plan";
import { transactionOf } from "@/bench/statements";
import { disconnect, pool } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import { ok } from "@/lib/domain/base/result";
import { foundRegister, THE_REGISTER } from "@/lib/workspace/settings/commands";
import { KYIV } from "../support/cast";
import { createTestDatabase } from "../support/registers/database";

const PLEDGES = 3_000;

let end: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase();
  process.env["DATABASE_URL"] = database.appUrl;
  end = database.drop;
  await foundRegister({ demonstration: false, offsetMs: 0, timeZone: KYIV, marking: "Test" });
  const { rows } = await pool().query<{ at: string }>("SELECT audit.instant(register_now()) AS at");
  await fillBench({ seed: 1, pledges: PLEDGES }, rows[0]?.at ?? "", THE_REGISTER);
});
afterAll(async () => {
  await disconnect();
  await end();
});

const CODES = ["FR", "DE", "GB", "PL"] as const;
const MANY = CODES.flatMap((participant) =>
  ([1, 2, 3, 4, 5] as const).map((priority) => ({ participant, priority })),
);

test.each([
  { of: "one cell", cells: MANY.slice(0, 1) },
  { of: "many cells", cells: MANY },
])("the titles of $of are found by reading fewer rows than four times the pledges", async ({ cells }) => {
  const asked = await transactionOf(() =>
    write(THE_REGISTER, async (tx) => ok(await tx.pledges.titlesSince(0, cells))),
  );
  const question = asked.find(({ text }) => text.includes("e.seq >"));
  const { scans } = await planOf(question?.text ?? "", question?.values ?? []);
  const read = scans.reduce((all, scan) => all + scan.read, 0);
  expect(read).toBeLessThan(4 * PLEDGES);
});
