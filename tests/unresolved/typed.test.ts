// What is typed into the filters of unresolved, changes and sources, as the boxes of their forms.
import fc from "fast-check";
import { expect, test } from "vitest";
import { othersThan } from "@/lib/domain/details/typed-filter";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { COUNTED_CLASSES, UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { parseChangesFilter } from "@/lib/history/changes/asked";
import { withLanguage } from "@/lib/i18n/reader";
import { parseSourceFilter } from "@/lib/pledges/sources/asked";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";

const typed = (q: string, more = "") => {
  const params = new URLSearchParams(more);
  params.set("q", q);
  return params;
};

test.each([
  ["who:fr,Germany", { participant: ["FR", "DE"] }],
  ["owner:me priority:3", { owner: ["me"], priority: [3] }],
  ["missing:not-confirmed-lately", { code: ["STALE"] }],
  ["-missing:STALE", { code: UNRESOLVED_CODES.filter((code) => code !== "STALE") }],
  ["open:gap,blocked -open:gap", { class: ["BLOCKED"] }],
  ["-open:quality", { class: COUNTED_CLASSES.filter((one) => one !== "QUALITY") }],
])("unresolved: %s", (q, filter) => {
  expect(parseUnresolvedFilter(typed(q))).toMatchObject({ ok: true, value: filter });
});

test("typed terms and boxes are one filter, and nothing of the text stays in it", () => {
  const found = parseUnresolvedFilter(typed("who:fr -open:gap", "class=GAP,BLOCKED&group=owner"));
  expect(found).toMatchObject({ value: { participant: ["FR"], class: ["BLOCKED"], group: "owner" } });
  expect(found.ok && "q" in found.value).toBe(false);
});

test.each([
  ["-who:FR", "typed-left-out"],
  ["-owner:me", "typed-left-out"],
  ["open:gap -open:gap", "typed-left-out"],
  ["gripen", "typed-words"],
  ["stage:pledged", "typed-key"],
  ["open:dormant-ish", "typed-value"],
  ["constructor:x", "typed-key"],
])("unresolved refuses %s at q", (q, code) => {
  expect(parseUnresolvedFilter(typed(q))).toMatchObject({
    ok: false,
    refusal: { errors: [{ path: "q", code }] },
  });
});

test("changes and sources take their own keys", () => {
  expect(parseChangesFilter(typed("who:gb -priority:1,2", "since=2026-01-01"))).toMatchObject({
    value: { participant: ["GB"], priority: [3, 4, 5] },
  });
  expect(parseChangesFilter(typed("owner:me", "since=2026-01-01"))).toMatchObject({
    refusal: { errors: [{ path: "q", code: "typed-key" }] },
  });
  expect(parseSourceFilter(typed('-ownership:official "Le Monde"'))).toMatchObject({
    value: { ownership: OWNERSHIPS.filter((one) => one !== "OFFICIAL"), q: '"Le Monde"' },
  });
});

test("in French and Ukrainian their words mean the same, and the English ones still hold", () => {
  for (const [language, q] of [
    ["fr", "qui:France priorité:3"],
    ["uk", "хто:FR пріоритет:3"],
    ["uk", "who:FR priority:3"],
  ] as const)
    expect(withLanguage(language, () => parseUnresolvedFilter(typed(q)))).toMatchObject({
      value: { participant: ["FR"], priority: [3] },
    });
});

test("no text is a fault", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 500 }), (q) => {
      for (const parse of [parseUnresolvedFilter, parseSourceFilter])
        expect(parse(typed(q))).toHaveProperty("ok");
    }),
  );
});

test("what is left out and what remains are all there was, and share nothing", () => {
  fc.assert(
    fc.property(fc.subarray([...UNRESOLVED_CODES]), fc.subarray([...UNRESOLVED_CODES]), (not, asked) => {
      const left = othersThan(not, UNRESOLVED_CODES, asked) ?? [];
      const of = asked.length > 0 ? asked : UNRESOLVED_CODES;
      expect(not.some((one) => left.includes(one))).toBe(false);
      expect(new Set([...left, ...of.filter((one) => not.includes(one))])).toEqual(new Set(of));
    }),
  );
});
