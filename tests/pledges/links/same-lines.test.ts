// Which lines are the same as another is known after each change, and is the same object if nothing of it changed.
import { afterAll, beforeAll, expect, test } from "vitest";
import { findSameLines } from "@/lib/db/queries/conditions/same-lines";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { change, changed, logged, openRegister, type TestRegister } from "../../db/register";

let register: TestRegister;
let made: Pledge[];
beforeAll(async () => {
  register = await openRegister();
  made = await change(register.manager, async (tx) => [
    await logged(tx, register.source),
    await logged(tx, register.source),
    await logged(tx, register.source),
  ]);
});
afterAll(() => register.close());

/** Links the first line of a pledge to the first of another. */
const link = (from: number, to: number, state: "CLAIMED" | "CONFIRMED" | null) =>
  change(register.manager, async (tx) => {
    const [pledge, other] = [made[from], made[to]];
    const [line] = pledge?.contributions ?? [];
    const [its] = other?.contributions ?? [];
    if (!pledge || !other || !line || !its) throw new Error("no line to link");
    const named = { pledge: other.reference, contribution: its.id };
    const sameAs = state && { ...named, state, by: register.manager.id, reason: null };
    return changed(tx, pledge.reference, { contributions: [{ ...line, sameAs }] });
  });

const pairs = async () => (await findSameLines()).map(({ line, other }) => [line, other]).sort();
const lineOf = (index: number): string => made[index]?.contributions[0]?.id ?? "";

test("confirmed, removed and voided links are known, and any other change keeps the same object", async () => {
  expect(await pairs()).toEqual([]);
  await link(1, 0, "CLAIMED");
  expect(await pairs()).toEqual([]);
  await link(1, 0, "CONFIRMED");
  await link(2, 0, "CONFIRMED");
  const both = [
    [lineOf(1), lineOf(0)],
    [lineOf(2), lineOf(0)],
  ].sort();
  expect(await pairs()).toEqual(both);

  const before = await findSameLines();
  for (const { reference } of made)
    await change(register.manager, (tx) => changed(tx, reference, { nextAction: "ask again" }));
  expect(await findSameLines()).toBe(before);

  await link(1, 0, null);
  expect(await pairs()).toEqual([[lineOf(2), lineOf(0)]]);
  const reference = made[2]?.reference ?? "";
  await change(register.manager, (tx) =>
    changed(tx, reference, { voided: { at: tx.at, reason: "A mistake" } }),
  );
  expect(await pairs()).toEqual([]);
});
