// What a process knows of the pledges for the coalition alone is brought up to date by the log, and is what the table says.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { findPageState } from "@/lib/db/queries/log/page-state";
import { writeComment } from "@/lib/pledges/comments/commands";
import { changePledge, logPledge } from "@/lib/pledges/pledges/commands";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";
import {
  aSentPledge,
  LATER,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const logged = async (handling: "PUBLIC" | "COALITION") =>
  value(await logPledge(register.officer, aSentPledge({ handling, stage: "SIGNALLED" }), LATER));

async function expectAsInTheTable(): Promise<void> {
  const { rows } = await pool().query<{ reference: string }>(
    "SELECT reference FROM pledge WHERE handling = 'COALITION' ORDER BY reference",
  );
  const { position, coalitionOnly } = await findPageState();
  expect([...coalitionOnly].sort()).toEqual(rows.map(({ reference }) => reference));
  expect(position).toBe(await register.head());
}

test("a pledge that is marked, logged as such, or no longer marked is known with the next page", async () => {
  const [open, marked] = [await logged("PUBLIC"), await logged("COALITION")];
  await expectAsInTheTable();
  const mark = async ({ reference, version }: typeof open, handling: "PUBLIC" | "COALITION") => {
    const changes = pledgeChanges.parse({ handling });
    return value(await changePledge(register.officer, { reference, ifMatch: version, changes }, LATER));
  };
  await mark(open, "COALITION");
  await expectAsInTheTable();
  await mark(marked, "PUBLIC");
  await logged("COALITION");
  await expectAsInTheTable();
  const before = (await findPageState()).coalitionOnly;
  expect(before.size).toBe(2);
  value(await writeComment(register.officer, { reference: open.reference, text: "Asked again" }, LATER));
  await expectAsInTheTable();
  expect((await findPageState()).coalitionOnly).toBe(before);
});

test("after very many entries all pledges are looked at, and one that was marked among them is known", async () => {
  await expectAsInTheTable();
  const { reference } = await logged("COALITION");
  for (let n = 0; n < 201; n += 1)
    value(await writeComment(register.officer, { reference, text: `Note ${String(n)}` }, LATER));
  await expectAsInTheTable();
});
