// A desk with sealed numbers: it is offered, the taker accepts, and a manager decides.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import {
  handoverAnswers,
  handoverState,
  HANDOVER_STATES,
  type Handover,
  type HandoverAnswer,
} from "@/lib/domain/people/handover";
import { answerOffered, handOverDesk } from "@/lib/people/handovers/commands";
import { loadHandover, loadHandovers, loadOpenHandovers } from "@/lib/people/handovers/queries";
import { handoverInput } from "@/lib/people/handovers/schema";
import { changePerson, createPerson } from "@/lib/people/people/commands";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";
import { madeByTwo } from "../../support/registers/accounts";

let register: StaffedRegister;
let officer: Actor;
let taker: Actor;
let manager: Actor;
let admin: Actor;
let sealed: { id: string; reference: string };
beforeAll(async () => {
  register = await staffedRegister();
  ({ officer, officerNorth: taker, manager, admin } = register);
  const quantity = { kind: "SEALED", unit: "PERSON", min: 74_219, max: 74_219 };
  const line = { kind: "TROOPS", domain: "LAND", location: "IN_UKRAINE", quantity };
  const pledge = aSentPledge({ participant: "FR", owner: officer.email, contributions: [line] });
  sealed = value(await logPledge(officer, pledge, LATER));
});
afterAll(() => register.close());

/** Made by two people, since the desk has sealed numbers. */
async function officerOf(participant: string): Promise<Actor> {
  const account = {
    email: "leaving@register.example",
    name: "leaving",
    role: "OFFICER" as const,
    sealed: false,
  };
  const wished = { ...account, desk: [participant], reason: "Takes over." };
  const { id } = value(await madeByTwo(await createPerson(admin, wished), manager));
  return { id, ...account, desk: [participant], session: null, request: null };
}

/** With the desk as it is now. */
const asNow = async (who: Actor): Promise<Actor> => {
  const { rows } = await pool().query<{ desk: string[] }>("SELECT desk FROM person WHERE id = $1", [who.id]);
  return { ...who, desk: rows[0]?.desk ?? [] };
};
const offer = async (by: Actor = officer, change: object = {}) =>
  handOverDesk(
    await asNow(by),
    handoverInput.parse({
      from: officer.email,
      to: taker.email,
      participants: ["FR"],
      note: "On leave until May",
      ...change,
    }),
  );
const answer = async (by: Actor, { id }: Handover, does: HandoverAnswer, note: string | null = null) =>
  answerOffered(await asNow(by), { id, does, note });
const desks = async (): Promise<string[]> => {
  const { rows } = await pool().query<{ desk: string[] }>(
    "SELECT desk FROM person WHERE id = ANY ($1) ORDER BY name = $2 DESC",
    [[officer.id, taker.id], officer.name],
  );
  return rows.map(({ desk }) => desk.join(" "));
};
const noticesOf = async (who: Actor, id: string): Promise<string[]> => {
  const { rows } = await pool().query<{ said: string }>(
    `SELECT n.kind || ' ' || e.action AS said FROM notice n JOIN audit.event e USING (seq)
      WHERE n.person_id = $1 AND e.entity_id = $2 ORDER BY n.seq`,
    [who.id, id],
  );
  return rows.map(({ said }) => said);
};

/** Unread notices that ask for a decision. */
const unreadOf = async (who: Actor, id: string): Promise<number> => {
  const { rows } = await pool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM notice n JOIN audit.event e USING (seq)
      WHERE n.person_id = $1 AND e.entity_id = $2 AND n.kind = 'TO_DECIDE' AND n.read_at IS NULL`,
    [who.id, id],
  );
  return rows[0]?.n ?? 0;
};

test("nothing changes before the taker accepts and a manager approves", async () => {
  const before = await desks();
  const offered = value(await offer());
  expect([handoverState(offered), offered.pledges]).toEqual(["OFFERED", 0]);
  expect(refusalOf(await answer(manager, offered, "approve"))).toBe("no-such-step");
  for (const other of [officer, register.auditor, admin])
    expect(refusalOf(await answer(other, offered, "accept"))).toBe("role");
  const accepted = value(await answer(taker, offered, "accept"));
  expect(handoverState(accepted)).toBe("ACCEPTED");
  expect([await unreadOf(taker, offered.id), await unreadOf(manager, offered.id)]).toEqual([0, 1]);
  for (const other of [officer, taker, register.auditor, admin])
    expect(refusalOf(await answer(other, offered, "approve"))).toBe("role");
  expect(await desks()).toEqual(before);
  for (const who of [officer, taker, manager, register.auditor, admin])
    expect(value(await loadHandover(who, offered.id)).actors).toEqual([officer.name, taker.name]);
  expect(refusalOf(await loadHandover(await register.open("stranger", "OFFICER", ["DE"]), offered.id))).toBe(
    "not-found",
  );

  const made = value(await answer(manager, offered, "approve", "Agreed"));
  expect([handoverState(made), made.pledges, made.actors.at(-1)]).toEqual(["MADE", 1, manager.name]);
  expect(await desks()).toEqual(["DE", "FR SE"]);
  expect(value(await loadPledge(manager, sealed.reference, LATER)).owner).toBe(taker.email);
  expect((await register.eventsOf(offered.id)).map(({ action, actor }) => [action, actor])).toEqual([
    ["handover.offered", officer.name],
    ["handover.accepted", taker.name],
    ["handover.approved", manager.name],
  ]);
  expect(await noticesOf(taker, offered.id)).toEqual([
    "TO_DECIDE handover.offered",
    "DECISION handover.approved",
  ]);
  expect(await noticesOf(officer, offered.id)).toEqual(["DECISION handover.approved"]);
  for (const one of [manager, register.manager2])
    expect(await noticesOf(one, offered.id)).toEqual(["TO_DECIDE handover.accepted"]);
  for (const one of [manager, register.manager2]) expect(await unreadOf(one, offered.id)).toBe(0);
  expect(refusalOf(await answer(manager, offered, "refuse", "Too late"))).toBe("no-such-step");

  const back = value(await offer(admin, { from: taker.email, to: officer.email, note: "Back" }));
  value(await answer(officer, back, "accept"));
  value(await answer(register.manager2, back, "approve"));
  expect(await desks()).toEqual(before);
});

test.each([
  ["declined by the taker", ["decline"], "DECLINED"],
  ["declined after all", ["accept", "decline"], "DECLINED"],
  ["refused by a manager", ["accept", "refuse"], "REFUSED"],
  ["taken back", ["withdraw"], "WITHDRAWN"],
] as const)("a handover that is %s changes nothing", async (_what, course, state) => {
  const before = await desks();
  const offered = value(await offer());
  const who = { accept: taker, decline: taker, refuse: manager, withdraw: officer };
  for (const does of course) {
    if (does === "decline" || does === "refuse")
      expect(refusalOf(await answer(who[does], offered, does))).toBe("reason-missing");
    value(await answer(who[does], offered, does, "Said so"));
  }
  const ended = value(await loadHandover(officer, offered.id));
  expect([handoverState(ended), ended.pledges]).toEqual([state, 0]);
  expect((await loadOpenHandovers(manager)).map(({ id }) => id)).not.toContain(offered.id);
  expect(await desks()).toEqual(before);
  for (const does of ["accept", "decline", "withdraw"] as const)
    expect(refusalOf(await answer(does === "withdraw" ? officer : taker, offered, does, "Again"))).toBe(
      "no-such-step",
    );
});

test("an administrator only offers, too, and a giver who became a manager can't approve", async () => {
  expect(handoverState(value(await offer(admin)))).toBe("OFFERED");
  const leaving = await officerOf("FR");
  const offered = value(await offer(leaving, { from: leaving.email }));
  value(await answer(taker, offered, "accept"));
  const changes = { role: "MANAGER" as const, reason: "Takes over." };
  value(await madeByTwo(await changePerson(admin, { id: leaving.id, ifMatch: 1, changes }), manager));
  const promoted: Actor = { ...leaving, role: "MANAGER", desk: [] };
  expect(refusalOf(await answer(promoted, offered, "approve"))).toBe("own-proposal");
  expect(refusalOf(await answer(manager, offered, "approve")), "the desk is gone").toBe(
    "invalid, participants.0 not-on-desk",
  );
});

test("two managers at once approve once, and without sealed numbers no approval is needed", async () => {
  const offered = value(await offer());
  value(await answer(taker, offered, "accept"));
  const both = await Promise.all([manager, register.manager2].map((one) => answer(one, offered, "approve")));
  expect(both.map((one) => (one.ok ? "ok" : refusalOf(one))).sort()).toEqual(["no-such-step", "ok"]);
  const plain = value(await offer(officer, { participants: ["DE"] }));
  expect([handoverState(plain), plain.entries]).toEqual(["MADE", null]);
  expect(value(await loadHandovers(manager, { limit: 50 })).map(({ id }) => id)).not.toContain(plain.id);
});

test("the log is intact", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

test("in any order of steps, nobody has two parts in a handover, and one that has ended stays so", () => {
  const ids = ["giver", "taker", "manager", "admin"];
  const roles = { giver: "OFFICER", taker: "OFFICER", manager: "MANAGER", admin: "ADMIN" } as const;
  const actorOf = (id: string): Actor => ({
    ...officer,
    id,
    role: roles[id as keyof typeof roles],
    desk: [],
  });
  const step = fc.tuple(fc.constantFrom(...ids), fc.nat(9));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      const entry = (does: "offer" | HandoverAnswer, by: string) => ({ does, by, note: null, at: LATER });
      let one: Handover = {
        ...{ id: "h", fromId: "giver", toId: "taker", participants: ["FR"], note: "n", pledges: 0 },
        ...{ entries: [entry("offer", "giver")], version: 1, createdAt: LATER },
      };
      for (const [id, which] of steps) {
        const may = handoverAnswers(actorOf(id), one);
        const does = may[which % Math.max(may.length, 1)];
        if (does === undefined) continue;
        expect(["OFFERED", "ACCEPTED"]).toContain(handoverState(one));
        one = { ...one, entries: [...(one.entries ?? []), entry(does, id)] };
      }
      expect(HANDOVER_STATES).toContain(handoverState(one));
      if (handoverState(one) !== "MADE") return;
      expect(one.entries?.map(({ does, by }) => `${by} ${does}`)).toEqual([
        "giver offer",
        "taker accept",
        "manager approve",
      ]);
    }),
  );
});
