// The unresolved items of random registers, compared with the second implementation (tests/support/second).
import fc from "fast-check";
import { expect, test } from "vitest";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { itemsOfCell, itemsOfPledge } from "@/lib/domain/history/snapshot-items";
import { holdingOn, UNRESOLVED_CODES, type UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { cases } from "@/tests/support/cases";
import { anyDay } from "@/tests/support/second/any/lines";
import { aSmallRegister } from "@/tests/support/second/any/register";
import { saidOf, saidOfCell } from "@/tests/support/second/items/every-code";
import { asSnapshot } from "@/tests/support/second/register";
import { itemsFrom, itemsOn, itemsToldBy } from "@/tests/support/second/causes";

test("each pledge and each cell has the same codes, classes, causes and days, in all and on any day", () => {
  /** The codes that came up. Each must, or nothing was compared. */
  const seen = new Set<string>();
  const missing = () => UNRESOLVED_CODES.filter((code) => !seen.has(code));
  const property = fc.property(aSmallRegister, anyDay, (register, day) => {
    const snapshot = asSnapshot(register);
    for (const pledge of register.pledges) {
      const said = saidOf(register, pledge);
      const told = itemsOfPledge(snapshot, pledge);
      expect(itemsToldBy(told)).toEqual(itemsFrom(said));
      expect(itemsToldBy(holdingOn(told, day))).toEqual(itemsOn(said, day));
      for (const { code } of told) seen.add(code);
    }
    for (const participant of register.participants)
      for (const priority of PRIORITIES) {
        const told = itemsOfCell(snapshot, participant, priority).map(endingWhole);
        const said = saidOfCell(register, participant, priority);
        expect(itemsToldBy(told)).toEqual(itemsFrom(said));
        expect(itemsToldBy(holdingOn(told, day))).toEqual(itemsOn(said, day));
        for (const { code } of told) seen.add(code);
      }
  });
  // Some are rare: more registers are tried until each came up.
  for (let round = 0; round === 0 || (missing().length > 0 && round < 20); round += 1)
    fc.assert(property, { numRuns: cases(200) });
  expect(missing()).toEqual([]);
});

/** A gap ends as a whole: its causes don't say when. */
const endingWhole = ({ until, params, ...item }: UnresolvedItem): UnresolvedItem =>
  until === undefined
    ? { ...item, params }
    : { ...item, until, params: { causes: params.causes.map((cause) => ({ ...cause, until })) } };
