// After a change only what was changed is read again; if it makes no difference, nothing is computed again.
// conditions-derived.test.ts checks that the result is what the log says.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { findWaitingRegister } from "@/lib/db/queries/conditions/waiting-register";
import { keystonesIn, waitingAt } from "@/lib/conditions/waiting/queries";
import type { Condition } from "@/lib/domain/pledge/condition";
import { anApproval } from "@/tests/support/cast";
import { change, changed, CLOCK, logged, openRegister, type TestRegister } from "./register";

let register: TestRegister;
let waits: string;
let named: string;
let aside: string;
let vote: string;
beforeAll(async () => {
  register = await openRegister();
  vote = await change(register.manager, async (tx) => {
    const approval = anApproval({ id: randomUUID(), participant: "FR", serves: [], createdAt: tx.at });
    return (await tx.save("approval", null, approval, { action: "approval.recorded" })).id;
  });
  [named, aside, waits] = await change(register.manager, async (tx) => {
    const first = await logged(tx, register.source);
    const second = await logged(tx, register.source);
    const condition: Condition = {
      all: [{ pledge: first.reference, atLeast: "COMMITTED" }, { approval: vote }],
    };
    const third = await logged(tx, register.source, { condition, conditionSetOn: "2026-01-07" });
    return [first.reference, second.reference, third.reference];
  });
});
afterAll(() => register.close());

const edit = (reference: string, fields: Parameters<typeof changed>[2]) =>
  change(register.manager, (tx) => changed(tx, reference, fields));

/** The statements that are sent meanwhile. */
async function asked(work: () => Promise<unknown>): Promise<string[]> {
  const sent = vi.spyOn(pg.Pool.prototype, "query");
  await work();
  const texts = sent.mock.calls.map(([question]) => (question as unknown as { text: string }).text);
  sent.mockRestore();
  return texts;
}

test.each([
  ["of a pledge that nobody waits for", () => edit(aside, { nextAction: "ask again" })],
  ["of what it doesn't wait for", () => edit(named, { nextAction: "ask again" })],
  ["of the pledge that waits", () => edit(waits, { lastConfirmedOn: "2026-02-20" })],
])("a change %s that no condition looks at leaves all as it was", async (_, make) => {
  const before = await findWaitingRegister();
  const known = await waitingAt(CLOCK, "with");
  await make();
  const texts = await asked(findWaitingRegister);
  expect(await findWaitingRegister()).toBe(before);
  expect(await waitingAt(CLOCK, "with")).toBe(known);
  expect(await keystonesIn(known)).toBe(await keystonesIn(await waitingAt(CLOCK, "with")));
  expect(texts.length).toBeLessThanOrEqual(6);
  for (const text of texts.filter((one) => one.includes("FROM pledge p")))
    expect(text).toMatch(/= ANY|line JOIN/);
});

test.each([
  ["a stage", () => edit(named, { stage: "COMMITTED" })],
  ["a title", () => edit(named, { title: "Another title" })],
  [
    "a vote",
    () =>
      change(register.manager, async (tx) => {
        const before = await tx.approvals.lock(vote);
        if (before)
          await tx.save(
            "approval",
            before,
            { ...before, status: "APPROVED" },
            { action: "approval.changed" },
          );
      }),
  ],
  ["a condition", () => edit(aside, { condition: { approval: vote }, conditionSetOn: "2026-01-08" })],
  ["that it waits for nothing any more", () => edit(aside, { condition: null, conditionSetOn: null })],
])("%s is known with the next answer", async (_, make) => {
  const before = await findWaitingRegister();
  await make();
  const after = await findWaitingRegister();
  expect(after).not.toBe(before);
  expect(after.pledges.find(({ reference }) => reference === waits)?.condition).toBe(
    before.pledges.find(({ reference }) => reference === waits)?.condition,
  );
});

test("after very many entries all is read, with what one of them changed", async () => {
  const before = await findWaitingRegister();
  await edit(aside, { condition: { approval: vote }, conditionSetOn: "2026-01-09" });
  await change(register.manager, async (tx) => {
    for (let n = 0; n <= 500; n += 1)
      await tx.save("source", null, { ...register.source, id: randomUUID() }, { action: "source.recorded" });
  });
  const texts = await asked(findWaitingRegister);
  expect(texts.filter((text) => text.includes("FROM pledge p WHERE p.condition IS NOT NULL"))).toHaveLength(
    1,
  );
  const after = await findWaitingRegister();
  expect(after.pledges.length).toBe(before.pledges.length + 1);
});
