// Groups give an account at once only what gives no power, and nothing that was taken away stays.
import fc from "fast-check";
import { expect, test } from "vitest";
import { ROLES } from "@/lib/domain/people/actor";
import { givesPower } from "@/lib/domain/people/power";
import { officeAtOnce, officeByGroups, type Office } from "@/lib/domain/people/sign-in-group";

const CONFIDENTIAL = ["GB"];
const office = (role: Office["role"], desk: string[] = [], sealed = false): Office => ({
  role,
  desk,
  sealed,
});
const NOTHING = office("OFFICER");

test.each<[string, Office[], Office]>([
  ["no group", [], NOTHING],
  [
    "two desks",
    [office("OFFICER", ["FR"]), office("OFFICER", ["DE", "FR"])],
    office("OFFICER", ["DE", "FR"]),
  ],
  [
    "a manager who is in the officers’ group too",
    [office("OFFICER", ["FR"]), office("MANAGER")],
    office("MANAGER"),
  ],
  [
    "an auditor with a clearance",
    [office("AUDITOR"), office("OFFICER", [], true)],
    office("AUDITOR", [], true),
  ],
])("%s", (_who, groups, expected) => {
  expect(officeByGroups(groups)).toEqual(expected);
});

test.each<[string, Office, Office[], Office]>([
  ["a desk is given at once", NOTHING, [office("OFFICER", ["FR"])], office("OFFICER", ["FR"])],
  [
    "one with numbers in confidence waits",
    NOTHING,
    [office("OFFICER", ["FR", "GB"])],
    office("OFFICER", ["FR"]),
  ],
  [
    "it stays with who has it",
    office("OFFICER", ["GB"]),
    [office("OFFICER", ["GB"])],
    office("OFFICER", ["GB"]),
  ],
  ["a manager’s role waits", office("OFFICER", ["FR"]), [office("MANAGER")], NOTHING],
  ["and stays with a manager", office("MANAGER"), [office("MANAGER")], office("MANAGER")],
  [
    "a manager who becomes an administrator is neither until then",
    office("MANAGER"),
    [office("ADMIN")],
    NOTHING,
  ],
  [
    "a group taken away takes the role",
    office("MANAGER"),
    [office("OFFICER", ["FR"])],
    office("OFFICER", ["FR"]),
  ],
  ["and the last one all", office("ADMIN", [], true), [], NOTHING],
  ["a clearance waits", office("AUDITOR"), [office("AUDITOR", [], true)], office("AUDITOR")],
])("%s", (_what, before, groups, expected) => {
  expect(officeAtOnce(before, groups, CONFIDENTIAL)).toEqual(expected);
});

const anOffice = fc
  .record({
    role: fc.constantFrom(...ROLES),
    desk: fc.subarray(["DE", "FR", "GB"]),
    sealed: fc.boolean(),
  })
  .map(({ role, desk, sealed }) => office(role, role === "OFFICER" ? desk : [], sealed));

test("groups never give power at once, or leave more than they give", () => {
  fc.assert(
    fc.property(anOffice, fc.array(anOffice, { maxLength: 4 }), (before, groups) => {
      const now = officeAtOnce(before, groups, CONFIDENTIAL);
      const open = { disabledAt: null };
      expect(givesPower({ ...before, ...open }, { ...now, ...open }, CONFIDENTIAL)).toBe(false);
      const whole = officeByGroups(groups);
      expect(now.sealed && !whole.sealed).toBe(false);
      if (now.role !== "OFFICER") expect(groups.map(({ role }) => role)).toContain(now.role);
      const desks = groups.flatMap(({ role, desk }) => (role === "OFFICER" ? desk : []));
      expect(now.desk.filter((code) => !desks.includes(code))).toEqual([]);
      // Applying it twice changes nothing.
      expect(officeAtOnce(now, groups, CONFIDENTIAL)).toEqual(now);
    }),
  );
});
