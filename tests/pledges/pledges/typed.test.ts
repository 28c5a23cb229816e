// What is typed into the filter of pledges: in three languages, as parameters, and back.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "@/lib/domain/base/language";
import { parseDayRange } from "@/lib/domain/details/day-range";
import { understandTyped } from "@/lib/domain/details/typed-filter";
import { typedText } from "@/tests/support/any/typed-text";
import { PLEDGE_KEYS } from "@/lib/domain/details/pledge-filter";
import { CONTRIBUTION_KINDS, DOMAINS } from "@/lib/domain/pledge/contribution";
import { OPEN_STAGES, STAGES } from "@/lib/domain/pledge/stages";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { withLanguage } from "@/lib/i18n/reader";
import { pledgeVocabulary } from "@/lib/i18n/typed-words";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";

const asked = (q: string, more = "") => {
  const params = new URLSearchParams(more);
  params.set("q", q);
  return parsePledgeFilter(params);
};

test.each([
  ["stage:pledged", { stage: ["PLEDGED"], q: null }],
  ["stage:PLEDGED,committed", { stage: ["PLEDGED", "COMMITTED"] }],
  ["stage:open", { stage: [...OPEN_STAGES] }],
  ['who:fr,"United Kingdom" gripen', { participant: ["FR", "GB"], q: "gripen" }],
  ["participant:de -stage:declined", { participant: ["DE"], not: { stage: ["DECLINED"] } }],
  ["-owner:none owner:me", { owner: ["me"], not: { owner: ["none"] } }],
  ["owner:Desk@Register.example", { owner: ["desk@register.example"] }],
  ["age:>30", { age: { least: 31, most: null } }],
  ["age:>30 age:<=90", { age: { least: 31, most: 90 } }],
  ["due:late", { due: { least: null, most: -1 } }],
  ["due:today", { due: { least: 0, most: 0 } }],
  ["waits:us-4-001 waits:ceasefire-in-force", { waits: ["US-4-001", "CEASEFIRE_IN_FORCE"] }],
  ["waits:US-4-001:COMMITTED", { waits: ["US-4-001:COMMITTED"] }],
  ["missing:not-confirmed-recently", { code: ["STALE"] }],
  ['"stage:pledged"', { stage: [], q: '"stage:pledged"' }],
  ['"air defence" ukraine', { q: '"air defence" ukraine' }],
])("%s", (q, filter) => {
  expect(asked(q)).toMatchObject({ ok: true, value: filter });
});

test("typed terms and parameters of the address make one filter", () => {
  expect(asked("stage:committed age:<90 -who:fr", "stage=PLEDGED&age=>30&not=stage:DECLINED")).toMatchObject({
    value: {
      stage: ["PLEDGED", "COMMITTED"],
      age: { least: 31, most: 89 },
      not: { stage: ["DECLINED"], participant: ["FR"] },
    },
  });
});

test.each([
  ["colour:red", "typed-key", "colour"],
  ["stage:pledgd", "typed-value", "stage"],
  ["who:atlantis", "typed-value", "who"],
  ["age:old", "typed-value", "age"],
  ["-age:>3", "typed-not", "age"],
  ["age:1,2", "typed-not", "age"],
  ["constructor:x", "typed-key", "constructor"],
  ["toString:x", "typed-key", "toString"],
  ["stage:constructor", "typed-value", "stage"],
])("%s is refused at q (%s), with a list of what is known", (q, code, key) => {
  expect(asked(q)).toMatchObject({
    ok: false,
    refusal: {
      code: "invalid",
      errors: [{ path: "q", code, params: { key, known: expect.stringMatching(/\w/) as string } }],
    },
  });
});

test.each([
  ["not=stage:NONE", "not", "not-left-out"],
  ["not=sort:x", "not", "not-left-out"],
  ["not=constructor:x", "not", "not-left-out"],
  ["not=stage", "not", "not-left-out"],
  ["age=old", "age", "not-days"],
  ["due=>1e9", "due", "not-days"],
  ["q=%00stage:pledged", "q", "unprintable"],
  [`q=${"x".repeat(600)}`, "q", "too-long"],
  ["q=stage:pledged&q=x", "q", "repeated"],
])("%s is refused at %s: %s", (query, path, code) => {
  const parsed = parsePledgeFilter(new URLSearchParams(query));
  expect(parsed.ok ? null : parsed.refusal).toMatchObject({ code: "invalid", errors: [{ path, code }] });
});

describe.each(LANGUAGES)("in %s", (language) => {
  const say = withLanguage(language, pledgeVocabulary);

  test("each key and each value has its own word, and the stable word works as well", () => {
    for (const key of Object.keys(PLEDGE_KEYS)) {
      expect(say.keyOf(say.wordOfKey(key))).toBe(key);
      expect(say.keyOf(key)).toBe(key);
    }
    const closed = {
      stage: STAGES,
      kind: CONTRIBUTION_KINDS,
      area: DOMAINS,
      missing: UNRESOLVED_CODES,
      open: UNRESOLVED_CLASSES.slice(0, 3),
    };
    for (const [key, codes] of Object.entries(closed))
      for (const code of codes) {
        expect(say.valuesOf(key, say.wordOfValue(key, code)), `${key} ${code}`).toEqual([code]);
        expect(say.valuesOf(key, code.toLowerCase()), `${key} ${code}`).toEqual([code]);
      }
  });

  test("a filter that is printed is read back as the same", () => {
    const some = <T extends string>(values: readonly T[]) =>
      fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
    const lists = fc.record(
      {
        participant: some(["FR", "GB", "TR", "EU", "NATO", "UA", "CZ"]),
        stage: some(STAGES),
        priority: some(["1", "3", "5"]),
        kind: some(CONTRIBUTION_KINDS),
        domain: some(DOMAINS),
        owner: some(["me", "none", "desk@register.example"]),
        waits: some(["any", "US-4-001", "US-4-001:COMMITTED", "CEASEFIRE_IN_FORCE"]),
        code: some(UNRESOLVED_CODES),
      },
      { requiredKeys: [] },
    );
    const days = fc
      .record(
        {
          age: fc.constantFrom(">30", "5", "none", "10..20"),
          due: fc.constantFrom("<0", "0", ">-3", "none"),
        },
        { requiredKeys: [] },
      )
      .map((texts) =>
        Object.fromEntries(
          Object.entries(texts).map(([name, text]) => [name, parseDayRange(text ?? "") ?? "none"]),
        ),
      );
    const words = fc.array(
      fc.constantFrom("gripen", "air defence", "stage:pledged", '"', "-x", "де", "a,b"),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.record({ lists, not: lists, days, words }), (filter) => {
        const text = typedText(filter, PLEDGE_KEYS, say);
        const understood = understandTyped(text, PLEDGE_KEYS, say);
        expect(understood, text).toEqual({ filter });
      }),
      { numRuns: 300 },
    );
  });
});
