// A process keeps its list of the coalition-only pledges up to date by the log, and it is what the table says.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { findPageState } from "@/lib/db/queries/log/page-state";
import { findParticipants } from "@/lib/db/queries/pledges/participants";
import { findOwners } from "@/lib/db/queries/workspace/people";
import { countEverything } from "@/lib/db/queries/unresolved/figures";
import { recordParticipant } from "@/lib/people/participants/commands";
import { writeComment } from "@/lib/pledges/comments/commands";
import { changePledge, logPledge } from "@/lib/pledges/pledges/commands";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";
import * as cast from "../support/cast";
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
  value(await writeComment(register.officer, { reference: open.reference, text: "Asked again" }));
  await expectAsInTheTable();
  expect((await findPageState()).coalitionOnly).toBe(before);
});

test("after very many entries a pledge that was marked among them is known", async () => {
  await expectAsInTheTable();
  const { reference } = await logged("COALITION");
  for (let n = 0; n < 201; n += 1)
    value(await writeComment(register.officer, { reference, text: `Note ${String(n)}` }));
  await expectAsInTheTable();
});

test("what is remembered of a kind of record lasts until a record of that kind changes", async () => {
  const owners = (): ReturnType<typeof findOwners> => findOwners(["OFFICER"]);
  const { reference } = await logged("PUBLIC");
  const [participants, people, figures] = [
    await findParticipants(),
    await owners(),
    await countEverything("2199-12-31"),
  ];
  value(await writeComment(register.officer, { reference, text: "Asked once more" }));
  expect(await findParticipants()).toBe(participants);
  expect(await owners()).toBe(people);

  const { kind, role, names, joinedOn } = cast.france;
  value(await recordParticipant(register.admin, { code: "LV", kind, role, names, joinedOn }));
  expect((await findParticipants()).map(({ code }) => code)).toContain("LV");
  expect(await owners()).toBe(people);

  const { email } = await register.open("newcomer", "OFFICER", ["LV"]);
  expect((await owners()).map((owner) => owner.email)).toContain(email);

  await logged("PUBLIC");
  const after = await countEverything("2199-12-31");
  expect(after).toMatchObject({ participants: figures.participants + 1, pledges: figures.pledges + 1 });
  expect(after.sources).toBe(await register.count("source"));
});

test("what was remembered before very many entries is read again", async () => {
  const participants = await findParticipants();
  const { reference } = await logged("PUBLIC");
  for (let n = 0; n < 201; n += 1)
    value(await writeComment(register.officer, { reference, text: `Note ${String(n)}` }));
  const again = await findParticipants();
  expect(again).not.toBe(participants);
  expect(again).toEqual(participants);
});
