// Text typed into the filters of unresolved, changes and sources, together with the boxes of their forms.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "@/lib/domain/base/language";
import { CHANGE_KEYS, UNRESOLVED_KEYS } from "@/lib/domain/details/list-keys";
import { othersThan, understandTyped, type TypedKeys } from "@/lib/domain/details/typed-filter";
import { typedText } from "@/tests/support/any/typed-text";
import { suggestedTerms } from "@/lib/domain/details/typed-suggestions";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { parseChangesFilter } from "@/lib/history/changes/asked";
import { withLanguage } from "@/lib/i18n/reader";
import { typedVocabulary } from "@/lib/i18n/typed-words";
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
  ["missing:not-confirmed-recently", { code: ["STALE"] }],
  ["-missing:STALE", { code: UNRESOLVED_CODES.filter((code) => code !== "STALE") }],
  ["open:gap,blocked -open:gap", { class: ["BLOCKED"] }],
  ["-open:quality", { class: COUNTED_CLASSES.filter((one) => one !== "QUALITY") }],
  ["-who:fr,Germany", { participant: [], not: { participant: ["FR", "DE"] } }],
  ["-participant:FR who:FR,GB", { participant: ["FR", "GB"], not: { participant: ["FR"] } }],
  ["-owner:me,none", { owner: [], not: { owner: ["me", "none"] } }],
  [
    "-owner:Desk@Register.example -who:GB",
    { not: { owner: ["desk@register.example"], participant: ["GB"] } },
  ],
])("unresolved: %s", (q, filter) => {
  expect(parseUnresolvedFilter(typed(q))).toMatchObject({ ok: true, value: filter });
});

test("typed terms and boxes make one filter, in which nothing of the text stays", () => {
  const found = parseUnresolvedFilter(typed("who:fr -open:gap", "class=GAP,BLOCKED&group=owner"));
  expect(found).toMatchObject({ value: { participant: ["FR"], class: ["BLOCKED"], group: "owner" } });
  expect(found.ok && "q" in found.value).toBe(false);
});

test.each([
  ["-who:atlantis", "typed-value"],
  ["-owner:nobody-in-particular", "typed-value"],
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

test("changes and sources accept their own keys", () => {
  expect(parseChangesFilter(typed("who:gb -priority:1,2", "since=2026-01-01"))).toMatchObject({
    value: { participant: ["GB"], priority: [3, 4, 5] },
  });
  expect(parseChangesFilter(typed("-who:FR", "since=2026-01-01"))).toMatchObject({
    refusal: { errors: [{ path: "q", code: "typed-left-out" }] },
  });
  expect(parseChangesFilter(typed("owner:me", "since=2026-01-01"))).toMatchObject({
    refusal: { errors: [{ path: "q", code: "typed-key" }] },
  });
  expect(parseSourceFilter(typed('-ownership:official "Le Monde"'))).toMatchObject({
    value: { ownership: OWNERSHIPS.filter((one) => one !== "OFFICIAL"), q: '"Le Monde"' },
  });
});

test("French and Ukrainian words mean the same, and the English ones work as well", () => {
  for (const [language, q] of [
    ["fr", "qui:France priorité:3"],
    ["uk", "хто:FR пріоритет:3"],
    ["uk", "who:FR priority:3"],
  ] as const)
    expect(withLanguage(language, () => parseUnresolvedFilter(typed(q)))).toMatchObject({
      value: { participant: ["FR"], priority: [3] },
    });
});

test("exclusions in the address and in the text make one filter", () => {
  expect(parseUnresolvedFilter(typed("-owner:none", "not=participant:FR,owner:me"))).toMatchObject({
    value: { not: { participant: ["FR"], owner: ["me", "none"] } },
  });
  for (const not of ["stage:DECLINED", "priority:3", "participant", "owner:somebody", "constructor:x"])
    expect(parseUnresolvedFilter(new URLSearchParams({ not }))).toMatchObject({
      refusal: { errors: [{ path: "not", code: "not-left-out" }] },
    });
});

describe.each(LANGUAGES)("in %s", (language) => {
  const say = withLanguage(language, () => typedVocabulary("unresolved"));

  test("a filter that is printed is read back as the same, exclusions included", () => {
    const some = (values: readonly string[]) =>
      fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
    const lists = fc.record(
      {
        participant: some(["FR", "GB", "TR", "EU", "NATO", "UA"]),
        priority: some(["1", "3", "5"]),
        code: some(UNRESOLVED_CODES),
        class: some(COUNTED_CLASSES),
        owner: some(["me", "none", "desk@register.example"]),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.record({ lists, not: lists }), (part) => {
        const filter = { ...part, words: [], days: {} };
        const text = typedText(filter, UNRESOLVED_KEYS, say);
        expect(understandTyped(text, UNRESOLVED_KEYS, say), text).toEqual({ filter });
      }),
    );
  });

  test("an exclusion is suggested only if it is allowed", () => {
    const named = [{ key: "who", value: "FR", name: "France" }];
    const who = say.wordOfKey("who");
    const texts = (typed: string, keys: TypedKeys) =>
      suggestedTerms(typed, named, keys, say).map(({ text }) => text);
    expect(texts(`-${who}:fr`, UNRESOLVED_KEYS)).toEqual([`-${who}:FR`]);
    expect(texts("-fran", UNRESOLVED_KEYS)).toContain(`-${who}:FR`);
    expect(texts(`-${who}:fr`, CHANGE_KEYS)).toEqual([]);
    expect(texts("-fran", CHANGE_KEYS)).not.toContain(`-${who}:FR`);
  });
});

test("any text is accepted or refused, without an error", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 500 }), (q) => {
      for (const parse of [parseUnresolvedFilter, parseSourceFilter])
        expect(parse(typed(q))).toHaveProperty("ok");
    }),
  );
});

test("excluded and remaining values are all there were, and don't overlap", () => {
  fc.assert(
    fc.property(fc.subarray([...UNRESOLVED_CODES]), fc.subarray([...UNRESOLVED_CODES]), (not, asked) => {
      const left = othersThan(not, UNRESOLVED_CODES, asked) ?? [];
      const of = asked.length > 0 ? asked : UNRESOLVED_CODES;
      expect(not.some((one) => left.includes(one))).toBe(false);
      expect(new Set([...left, ...of.filter((one) => not.includes(one))])).toEqual(new Set(of));
    }),
  );
});
