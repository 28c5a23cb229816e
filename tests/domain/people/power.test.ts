// What gives an account power, who may decide on it, and how long a removed second factor holds someone back.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import {
  givesPower,
  hasPower,
  heldUntil,
  HELD_HOURS,
  mayDecideOnAccount,
  mustHaveFactor,
} from "@/lib/domain/people/power";
import { mayKnowSealed } from "@/lib/domain/pledge/sealed";
import { NOW, officer, manager2 } from "@/tests/support/cast";

type Powers = Pick<Person, "role" | "sealed" | "desk" | "disabledAt">;
const account = (role: Role, change: Partial<Powers> = {}): Powers => ({
  ...{ role, sealed: false, desk: [], disabledAt: null },
  ...change,
});
/** Participants with numbers given in confidence. */
const CONFIDENTIAL = ["GB"];

test.each<[string, Powers, boolean]>([
  ["an officer", account("OFFICER", { desk: ["FR"] }), false],
  ["an officer whose desk has numbers in confidence", account("OFFICER", { desk: ["FR", "GB"] }), true],
  ["an officer with the clearance", account("OFFICER", { sealed: true }), true],
  ["an auditor", account("AUDITOR"), false],
  ["an auditor with the clearance", account("AUDITOR", { sealed: true }), true],
  ["a manager", account("MANAGER"), true],
  ["an administrator", account("ADMIN"), true],
])("%s has power: %s", (_who, one, has) => {
  expect(hasPower(one, CONFIDENTIAL)).toBe(has);
});

const plain = account("OFFICER", { desk: ["FR"] });
test.each<[string, Powers | null, Powers, boolean]>([
  ["a new officer", null, plain, false],
  ["a new officer of a desk with numbers in confidence", null, { ...plain, desk: ["GB"] }, true],
  ["a new manager", null, account("MANAGER"), true],
  ["from officer to auditor", plain, account("AUDITOR"), false],
  ["from officer to manager", plain, account("MANAGER"), true],
  ["from manager to administrator", account("MANAGER"), account("ADMIN"), true],
  ["from administrator to manager", account("ADMIN"), account("MANAGER"), true],
  ["from manager to officer", account("MANAGER"), plain, false],
  ["the clearance", plain, { ...plain, sealed: true }, true],
  ["the clearance taken away", { ...plain, sealed: true }, plain, false],
  ["another participant", plain, { ...plain, desk: ["FR", "DE"] }, false],
  ["a participant with numbers in confidence", plain, { ...plain, desk: ["FR", "GB"] }, true],
  ["such a participant taken away", { ...plain, desk: ["GB"] }, { ...plain, desk: [] }, false],
  ["an officer enabled again", { ...plain, disabledAt: NOW }, plain, false],
  ["a manager enabled again", account("MANAGER", { disabledAt: NOW }), account("MANAGER"), true],
  ["a manager disabled", account("MANAGER"), account("MANAGER", { disabledAt: NOW }), false],
  ["a manager who stays one", account("MANAGER"), account("MANAGER"), false],
])("%s gives power: %s", (_what, before, after, gives) => {
  expect(givesPower(before, after, CONFIDENTIAL)).toBe(gives);
});

test("a change that leaves no power or changes nothing gives none; one from none to some does", () => {
  const any: fc.Arbitrary<Powers> = fc.record({
    role: fc.constantFrom(...ROLES),
    sealed: fc.boolean(),
    desk: fc.subarray(["FR", "DE", "GB"]),
    disabledAt: fc.constantFrom(null, NOW),
  });
  fc.assert(
    fc.property(any, any, (before, after) => {
      expect(givesPower(before, before, CONFIDENTIAL)).toBe(false);
      if (!hasPower(after, CONFIDENTIAL)) expect(givesPower(before, after, CONFIDENTIAL)).toBe(false);
      const gained = hasPower(after, CONFIDENTIAL) && !hasPower(before, CONFIDENTIAL);
      if (gained) expect(givesPower(before, after, CONFIDENTIAL)).toBe(true);
    }),
  );
});

test.each<[Role, boolean]>([
  ["OFFICER", false],
  ["AUDITOR", false],
  ["MANAGER", true],
  ["ADMIN", true],
])("%s may decide on another's account: %s, and never on their own", (role, may) => {
  expect(mayDecideOnAccount({ id: "one", role }, "another")).toBe(may);
  expect(mayDecideOnAccount({ id: "one", role }, "one")).toBe(false);
});

describe("after someone else removed the second factor", () => {
  const removed = "2026-02-25T08:40:00.000Z";
  const end = "2026-02-26T08:40:00.000Z";
  test.each<[string, string | null]>([
    ["2026-02-25T08:40:00.000Z", end],
    ["2026-02-26T08:39:59.999Z", end],
    ["2026-02-26T08:40:00.000Z", null],
    ["2026-03-25T08:40:00.000Z", null],
  ])(`for ${String(HELD_HOURS)} hours: at %s held until %s`, (at, until) => {
    expect(heldUntil(removed, at)).toBe(until);
  });
  test("a person with no factor removed isn't held back", () => expect(heldUntil(null, NOW)).toBeNull());

  test.each<[string, object, string, boolean]>([
    ["the own desk", officer, "FR", true],
    ["the own desk, held back", { ...officer, heldUntil: end }, "FR", false],
    ["another's desk", officer, "SE", false],
    ["the clearance", { ...manager2, sealed: true }, "FR", true],
    ["the clearance, held back", { ...manager2, sealed: true, heldUntil: end }, "FR", false],
    ["a manager without the clearance", manager2, "FR", false],
  ])("numbers given in confidence are shown or not: %s", (_who, actor, participant, may) => {
    expect(mayKnowSealed(actor as typeof officer, participant)).toBe(may);
  });
});

test("a second factor is required of the roles named, and with managers of all who are cleared", () => {
  for (const role of ROLES) {
    expect(mustHaveFactor(account(role), [])).toBe(false);
    expect(mustHaveFactor(account(role, { sealed: true }), ["ADMIN"])).toBe(role === "ADMIN");
    expect(mustHaveFactor(account(role), ["MANAGER", "ADMIN"])).toBe(role === "MANAGER" || role === "ADMIN");
    expect(mustHaveFactor(account(role, { sealed: true }), ["MANAGER"])).toBe(true);
  }
});
