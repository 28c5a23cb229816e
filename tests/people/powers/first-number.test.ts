// The first number given in confidence gives power to the desk that reads it. A change of accounts at the same moment is
// judged with it or comes before it in the log.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import { write } from "@/lib/db/write";
import type { Actor } from "@/lib/domain/people/actor";
import { handoverState } from "@/lib/domain/people/handover";
import { ok } from "@/lib/domain/base/result";
import { handOverDesk } from "@/lib/people/handovers/commands";
import { changePerson } from "@/lib/people/people/commands";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { logPledgeIn } from "@/lib/pledges/pledges/new-pledge";
import {
  aSentPledge,
  LATER,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
let cleared: Actor;
beforeAll(async () => {
  register = await staffedRegister();
  // Others could decide: managers who have been active.
  for (const one of [register.manager, register.manager2])
    value(await logPledge(one, aSentPledge({ participant: "DE" }), LATER));
  cleared = await register.clear(register.manager2);
});
afterAll(() => register.close());

let giver: Actor;
let taker: Actor;
let run = 0;
beforeEach(async () => {
  run += 1;
  giver = await register.open(`giver ${String(run)}`, "OFFICER", [desk()]);
  taker = await register.open(`taker ${String(run)}`, "OFFICER");
});

/** A desk without such a number yet. */
const desk = (): string => ["FR", "DE", "SE", "US"][run - 1] ?? "";
const inConfidence = () => {
  const quantity = { kind: "SEALED", unit: "PERSON", min: 74_219, max: 74_219 };
  const line = { kind: "TROOPS", domain: "LAND", location: "IN_UKRAINE", quantity };
  return aSentPledge({ participant: desk(), contributions: [line] });
};
const handOver = () =>
  handOverDesk(giver, { from: giver.email, to: taker.email, participants: [desk()], note: "On leave" });

const giveNumber = (held: () => Promise<void>) =>
  write(cleared, async (tx) => {
    const logged = await logPledgeIn(tx, cleared, inConfidence(), LATER);
    await held();
    return logged;
  });

test("a handover waits for a number that is just being given", async () => {
  expect(handoverState(value(await whileOpen(giveNumber, handOver)))).toBe("OFFERED");
});

test("an account that gets the desk waits for it, too", async () => {
  const changes = { desk: [desk()], reason: "Helps out." };
  const widened = await whileOpen(giveNumber, () =>
    changePerson(register.admin, { id: taker.id, ifMatch: 1, changes }),
  );
  expect(value(widened).proposal).not.toBeNull();
});

test("a handover that waits for a pledge sees the number that was given meanwhile", async () => {
  const pledge = value(
    await logPledge(giver, aSentPledge({ participant: desk(), owner: giver.email }), LATER),
  );
  const handover = await whileOpen(async (held) => {
    const changing = await pool().connect();
    try {
      await changing.query("BEGIN");
      await changing.query("SELECT FROM pledge WHERE id = $1 FOR UPDATE", [pledge.id]);
      await held();
      value(await logPledge(cleared, inConfidence(), LATER));
    } finally {
      await changing.query("ROLLBACK");
      changing.release();
    }
  }, handOver);
  expect(handoverState(value(handover))).toBe("OFFERED");
});

test("a number waits for a change of accounts that was judged without it", async () => {
  let isOver = false;
  const logged = await whileOpen(
    (held) =>
      write(register.admin, async (tx) => {
        const { person } = await tx.accountProposals.lockSubject(taker.id);
        if (!person) throw new Error("nobody");
        await held();
        expect(isOver).toBe(false);
        return ok(
          await tx.save("person", person, { ...person, desk: [desk()] }, { action: "person.changed" }),
        );
      }),
    () => logPledge(cleared, inConfidence(), LATER).finally(() => (isOver = true)),
  );
  expect(logged.ok).toBe(true);
});

test("the verification finds no change that its author had no right to", async () => {
  expect((await verifyRegister()).findings).toEqual([]);
});

/** Starts `then` when `first` calls, which continues once `then` waits for a lock or has ended. */
async function whileOpen<T>(
  first: (held: () => Promise<void>) => Promise<unknown>,
  then: () => Promise<T>,
): Promise<T> {
  let second: Promise<T> | null = null;
  await first(async () => {
    second = then();
    second.catch(() => undefined);
    await Promise.race([second, someoneWaits()]);
  });
  if (!second) throw new Error("nobody called");
  return second;
}

async function someoneWaits(): Promise<void> {
  const waiting =
    "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()";
  await expect
    .poll(async () => (await pool().query(waiting)).rows.length, { timeout: 20_000 })
    .toBeGreaterThan(0);
}
