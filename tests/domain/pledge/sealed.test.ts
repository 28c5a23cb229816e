import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "@/lib/domain/base/canonical";
import type { Actor, Role } from "@/lib/domain/people/actor";
import { materialChanges, type Pledge } from "@/lib/domain/pledge/pledge";
import { intervalOf, type Quantity } from "@/lib/domain/pledge/quantity";
import { pledgeRecord } from "@/lib/domain/history/record";
import {
  commitmentsIn,
  commitmentText,
  concealed,
  hiddenIn,
  isHidden,
  mayKnowSealed,
  shownWith,
  type SealedNumber,
} from "@/lib/domain/pledge/sealed";
import { anyContribution } from "@/tests/support/any/arbitrary";
import { aContribution, admin, aPledge, auditor, manager, officer, officerNorth } from "@/tests/support/cast";

const HASH = "a".repeat(64);
const sealed = (change: Partial<Quantity> = {}): Quantity => ({
  kind: "SEALED",
  min: null,
  max: null,
  unit: "PERSON",
  asStated: null,
  commitment: HASH,
  ...change,
});
const cleared = (person: typeof manager) => ({ ...person, sealed: true });
const byToken = (actor: typeof manager, accountRole: Role): Actor => ({
  ...actor,
  token: { number: 1, accountRole, scope: { role: actor.role, desk: actor.desk, sealed: true, groups: [] } },
});

describe("who may know a sealed number", () => {
  test.each([
    ["the participant's own desk", officerNorth, true],
    ["another desk", officer, false],
    ["a manager", manager, false],
    ["a manager who is cleared", cleared(manager), true],
    ["an auditor", auditor, false],
    ["an auditor who is cleared", cleared(auditor), true],
    ["an officer of another desk who is cleared", cleared(officer), true],
    ["an administrator, who reads no register, cleared or not", cleared(admin), false],
    ["somebody with a desk who isn't an officer any more", { ...manager, desk: ["GB"] }, false],
    ["an officer's token for the participant's own desk", byToken(officerNorth, "OFFICER"), true],
    ["a manager's token with the rights of an officer for it", byToken(officerNorth, "MANAGER"), false],
    ["such a token of a manager who is cleared", byToken(cleared(officerNorth), "MANAGER"), true],
  ])("%s", (_who, actor, may) => {
    expect(mayKnowSealed(actor, "GB")).toBe(may);
  });
});

describe("a sealed number", () => {
  const number: SealedNumber = { min: 7000, max: 7500, unit: "PERSON" };
  const known = new Map([[HASH, number]]);

  test("is shown to those who know it, its existence to others, and its hash to nobody", () => {
    const { commitment: _hash, ...said } = sealed();
    expect(shownWith(sealed(), known)).toEqual({ ...said, min: 7000, max: 7500, sealed: "SHOWN" });
    expect(hiddenIn(sealed())).toEqual({ ...said, sealed: "HIDDEN" });
    expect(isHidden(hiddenIn(sealed()))).toBe(true);
    expect(isHidden(shownWith(sealed(), known))).toBe(false);
  });

  test("is found anywhere in what is read, and nothing else is changed", () => {
    fc.assert(
      fc.property(fc.array(anyContribution, { maxLength: 4 }), fc.nat(3), (lines, place) => {
        const at = Math.min(place, lines.length);
        const pledge = aPledge({
          contributions: lines.toSpliced(at, 0, aContribution({ quantity: sealed() })),
        });
        const value = { deep: [{ pledge }], wish: { changes: { contributions: pledge.contributions } } };
        expect(commitmentsIn(value)).toEqual([HASH, HASH]);
        const shown = shownWith(value, known);
        expect(commitmentsIn(shown)).toEqual([]);
        expect(JSON.stringify(shown)).not.toContain(HASH);
        expect(shown.deep[0]?.pledge.contributions.filter((_, index) => index !== at)).toEqual(lines);
        expect(hiddenIn(value).wish.changes.contributions[at]?.quantity).toEqual(hiddenIn(sealed()));
      }),
    );
  });

  test("is hidden again before it is written for others", () => {
    const shown = shownWith(
      { pledge: { contributions: [{ quantity: sealed() }, { quantity: null }] } },
      known,
    );
    expect(concealed(shown)).toEqual(
      hiddenIn({ pledge: { contributions: [{ quantity: sealed() }, { quantity: null }] } }),
    );
  });

  test("changes nothing in a value that has none", () => {
    const pledge = aPledge();
    expect(hiddenIn(pledge)).toBe(pledge);
    expect(shownWith([pledge, null, 3], known)).toEqual([pledge, null, 3]);
  });

  test("is in the record by its hash, and is not marked there as shown or hidden", () => {
    const pledge = aPledge({ contributions: [aContribution({ quantity: sealed() })] });
    const recorded = (one: Pledge) => canonical(pledgeRecord(one));
    expect(recorded(pledge)).toContain(HASH);
    for (const read of [shownWith(pledge, known), hiddenIn(pledge)])
      expect(recorded(read)).not.toMatch(/SHOWN|HIDDEN/);
  });

  test("has no interval on record or while hidden, and its own while shown", () => {
    expect(intervalOf(sealed())).toBeNull();
    expect(intervalOf(hiddenIn(sealed()))).toBeNull();
    expect(intervalOf(shownWith(sealed(), known))).toEqual({ low: 7000, high: 7500 });
    const open = new Map([[HASH, { min: 7000, max: null, unit: null }]]);
    expect(intervalOf(shownWith(sealed(), open))).toEqual({ low: 7000, high: null });
    expect(intervalOf(shownWith(sealed(), new Map([[HASH, { min: null, max: 9, unit: null }]])))).toEqual({
      low: 0,
      high: 9,
    });
  });

  test("is material when its commitment changes", () => {
    const before = aPledge({ contributions: [aContribution({ quantity: sealed() })] });
    const after = aPledge({
      contributions: [aContribution({ quantity: sealed({ commitment: "b".repeat(64) }) })],
    });
    expect(materialChanges(before, after)).toEqual(["contributions"]);
    expect(materialChanges(before, before)).toEqual([]);
  });

  test("is hashed with its ends, unit, line and salt", () => {
    expect(commitmentText("line", number, "salt")).toBe(
      '{"contribution":"line","max":7500,"min":7000,"salt":"salt","unit":"PERSON"}',
    );
  });
});
