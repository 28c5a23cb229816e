import { afterAll, beforeAll, expect, test } from "vitest";
import { positionsOf } from "@/lib/domain/pledge/link";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import { dayOf } from "@/lib/domain/base/day";
import { isPositionExpected } from "@/lib/domain/people/participant";
import { highestStageOf, positionOf } from "@/lib/domain/unresolved/position";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { loadParticipant, loadParticipants } from "@/lib/people/participants/queries";
import { admin, auditor, KYIV, manager } from "../../support/cast";
import { filledRegister, type FilledRegister } from "../../support/registers/filled-register";

let register: FilledRegister;

beforeAll(async () => {
  register = await filledRegister({ seed: 5, pledges: 220 });
});
afterAll(() => register.end());

test("there is a cell for every participant and priority, which follows from its pledges", async () => {
  const { cells } = await coverage();
  expect(cells.length).toBe(register.participants.length * PRIORITIES.length);
  for (const cell of cells) {
    const participant = register.participants.find(({ code }) => code === cell.participant);
    const pledges = register.pledges.filter(
      (one) => positionsOf(one).includes(cell.participant) && one.priority === cell.priority,
    );
    expect(cell).toMatchObject({
      position: positionOf(pledges),
      highestStage: highestStageOf(pledges),
      pledges: pledges.filter(({ voided }) => voided === null).length,
      expected: participant && isPositionExpected(participant, dayOf(register.at, KYIV)),
      dormant: 0,
    });
  }
});

test("an expected cell without a position has its one item, an unexpected one none", async () => {
  const { cells } = await coverage();
  const empty = cells.filter(({ position, pledges }) => position === "NONE" && pledges === 0);
  expect(empty.some(({ expected }) => expected)).toBe(true);
  expect(empty.some(({ expected }) => !expected)).toBe(true);
  for (const { expected, unresolved } of empty) expect(unresolved).toBe(expected ? 1 : 0);
});

test("totals are the sums of the cells", async () => {
  const { cells, totals } = await coverage();
  const sum = (of: (cell: (typeof cells)[number]) => boolean): number =>
    cells.filter(of).reduce((all, { unresolved }) => all + unresolved, 0);
  expect(totals.counted).toBe(sum(() => true));
  for (const { code } of register.participants)
    expect(totals.participants[code]).toBe(sum(({ participant }) => participant === code));
  for (const one of PRIORITIES) expect(totals.priorities[one]).toBe(sum(({ priority }) => priority === one));
});

test("a participant comes with its row of the matrix", async () => {
  const { cells } = await coverage();
  const all = await loadParticipants(manager, register.at);
  const one = await loadParticipant(manager, "FR", register.at);
  if (!all.ok || !one.ok) throw new Error("refused");
  expect(all.value.map(({ code }) => code)).toEqual(register.participants.map(({ code }) => code).sort());
  expect(one.value).toEqual(all.value.find(({ code }) => code === "FR"));
  expect(one.value.cells).toEqual(cells.filter(({ participant }) => participant === "FR"));
  expect(one.value.pledges).toBe(
    register.pledges.filter((pledge) => positionsOf(pledge).includes("FR") && !pledge.voided).length,
  );
});

test("an administrator sees who takes part, but nothing of what they pledged", async () => {
  const all = await loadParticipants(admin, register.at);
  expect(
    all.ok && all.value.every(({ cells, pledges, unresolved }) => cells.length + pledges + unresolved === 0),
  ).toBe(true);
  expect(await loadParticipant(admin, "ZZ", register.at)).toMatchObject({ refusal: { code: "not-found" } });
});

async function coverage() {
  const found = await loadCoverage(auditor, register.at);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
}
