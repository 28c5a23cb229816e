import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { notificationsOfLinks } from "@/lib/domain/notices/link-notifications";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import { materialChanges } from "@/lib/domain/pledge/pledge";
import { mergedLines, sameLinesIn, unitsOf, type SameAs, type SameLines } from "@/lib/domain/pledge/same-as";
import { whyNotSame } from "@/lib/domain/requirements/same-line";
import { pledgeRecord } from "@/lib/domain/history/record";
import { withContent } from "@/lib/domain/proposals/proposed-change";
import { canonical } from "@/lib/domain/base/canonical";
import { aContribution, aPledge, officer } from "@/tests/support/cast";
import { cases } from "@/tests/support/cases";

const LINE = "00000000-0000-4000-8000-0000000000c2";
const same = (state: SameAs["state"], change: Partial<SameAs> = {}): SameAs => ({
  pledge: "GB-3-002",
  contribution: LINE,
  state,
  by: officer.id,
  reason: state === "DECLINED" ? "Not ours" : null,
  ...change,
});
const saying = (sameAs: SameAs | null) => aPledge({ contributions: [aContribution({ sameAs })] });

describe("the link from a line to the same line", () => {
  test("is not in the record while there is none", () => {
    expect(canonical(pledgeRecord(saying(null)))).not.toContain("sameAs");
    expect(canonical(pledgeRecord(saying(same("CLAIMED"))))).toContain("sameAs");
  });
  test.each([
    [null, same("CLAIMED"), false],
    [same("CLAIMED"), same("DECLINED"), false],
    [same("DECLINED"), null, false],
    [null, same("CONFIRMED"), true],
    [same("CLAIMED"), same("CONFIRMED"), true],
    [same("CONFIRMED"), null, true],
    [same("CONFIRMED"), same("CONFIRMED", { contribution: "another" }), true],
  ])("is material where it is confirmed: %j to %j", (before, after, isMaterial) => {
    const found = materialChanges(saying(before), saying(after));
    expect(found).toEqual(isMaterial ? ["contributions"] : []);
  });
  test("stays as it was answered, whatever an earlier proposal says", () => {
    const before = saying(same("CONFIRMED"));
    const old = [aContribution({ sameAs: same("CLAIMED") })];
    expect(withContent(before, { contributions: old }, "2026-01-07")).toEqual(before);
    const other = [aContribution({ sameAs: same("CLAIMED", { contribution: "another" }) })];
    expect(mergedLines(before.contributions, other)).toEqual(other);
    const { sameAs: _sameAs, ...line } = aContribution();
    expect(mergedLines(before.contributions, [line])).toEqual([line]);
  });
  test("notifies the desk of the other line, and in the end its author", () => {
    expect(notificationsOfLinks(saying(null), saying(same("CLAIMED")))).toEqual([
      { kind: "TO_DECIDE", desk: "GB" },
    ]);
    for (const end of [saying(null), saying(same("CONFIRMED")), saying(same("DECLINED"))])
      expect(notificationsOfLinks(saying(same("CLAIMED")), end)).toEqual([
        { kind: "DECISION", person: officer.id },
      ]);
    expect(notificationsOfLinks(saying(null), saying(same("CONFIRMED")))).toEqual([]);
  });
});

const named = (line: Partial<Contribution> = {}, contribution = LINE) => ({
  pledge: "GB-3-002",
  contribution,
  line: aContribution({ id: contribution, ...line }),
});
const ships = { kind: "EXACT", min: 1, max: 1, unit: "SHIP", asStated: null } as const;

test.each([
  ["a line that isn't on record", null, "unknown"],
  ["itself", named({}, aContribution().id), "same-itself"],
  ["one of another unit", named({ quantity: ships }), "another-measure"],
  [
    "one that says it already",
    named({ sameAs: same("CLAIMED", { contribution: aContribution().id }) }),
    "said-there",
  ],
  [
    "one that said it and was declined",
    named({ sameAs: same("DECLINED", { contribution: aContribution().id }) }),
    null,
  ],
  ["one of the same unit", named(), null],
  [
    "one whose number nobody has stated",
    named({ quantity: { ...ships, kind: "NOT_STATED", min: null, max: null, unit: null } }),
    null,
  ],
])("a line is linked as the same, or refused: %s", (_what, line, code) => {
  expect(whyNotSame(aContribution(), line)).toBe(code);
});

describe("one unit is all lines that are linked, directly or not", () => {
  const anyLinks = fc.array(
    fc.record({ line: fc.constantFrom(..."abcdefg"), other: fc.constantFrom(..."abcdefg") }),
    { maxLength: 8 },
  );
  const partition = (links: readonly SameLines[]) => [..."abcdefg"].map(unitsOf(links));

  test("neither the order of links nor their direction matters", () => {
    fc.assert(
      fc.property(anyLinks, fc.array(fc.nat()), (links, keys) => {
        const turned = links
          .map((link, n) => ({ link, key: keys[n] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ link: { line, other }, key }) =>
            key % 2 ? { line: other, other: line } : { line, other },
          );
        expect(partition(turned)).toEqual(partition(links));
      }),
      { numRuns: cases(200) },
    );
  });
  test("linked lines are one, and a line that nobody names is alone", () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const unitOf = unitsOf(links);
        for (const { line, other } of links) expect(unitOf(line)).toBe(unitOf(other));
        expect(unitOf("alone")).toBe("alone");
        const ids = new Set(links.flatMap(({ line, other }) => [line, other]));
        for (const id of ids) expect(ids.has(unitOf(id))).toBe(true);
      }),
      { numRuns: cases(200) },
    );
  });
  test("a claim, a declined link, and a link of a voided pledge join nothing", () => {
    const pledge = (sameAs: SameAs, voided = false) => ({
      ...saying(sameAs),
      voided: voided ? { at: "2026-01-08T09:00:00.000Z", reason: "Twice" } : null,
    });
    expect(sameLinesIn([pledge(same("CLAIMED")), pledge(same("DECLINED"))])).toEqual([]);
    expect(sameLinesIn([pledge(same("CONFIRMED"), true)])).toEqual([]);
    expect(sameLinesIn([pledge(same("CONFIRMED"))])).toEqual([{ line: aContribution().id, other: LINE }]);
  });
});
