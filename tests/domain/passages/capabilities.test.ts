import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTRIBUTION_KINDS, DOMAIN_OF } from "@/lib/domain/pledge/contribution";
import { capabilitiesIn, capabilitiesNamed } from "@/lib/domain/passages/capabilities";
import { suggest } from "@/lib/domain/passages/suggest";

const named = (text: string): string[] =>
  capabilitiesNamed(text).map(({ kind, domain }) => `${kind ?? "–"} ${domain ?? "–"}`);

describe("what a passage contributes, by words that can mean nothing else", () => {
  test.each([
    ["Belgium named air and naval capabilities and training.", ["AIR AIR", "MARITIME SEA", "TRAINING –"]],
    ["Belgium will take part in air policing.", ["AIR AIR"]],
    ["Sweden offered Gripen aircraft for air surveillance.", ["AIR AIR"]],
    ["mine clearing in the Black Sea", ["MINE_CLEARANCE SEA"]],
    ["mine clearance teams", ["MINE_CLEARANCE –"]],
    ["two minehunters", ["MINE_CLEARANCE SEA"]],
    ["Türkiye is ready to lead at sea once there is peace.", ["– SEA"]],
    ["ground-based air defence", ["GROUND_AIR_DEFENCE –"]],
    ["land, sea and air components", ["– LAND", "MARITIME SEA", "AIR AIR"]],
    ["6,000 soldiers", ["TROOPS –"]],
    ["ground troops and logistics", ["TROOPS LAND", "LOGISTICS_TRANSIT –"]],
    ["a transfer of drone technology", ["TECHNOLOGY –"]],
    ["further sanctions", ["SANCTIONS NON_MILITARY"]],
    ["La Belgique offre des capacités aériennes et navales.", ["AIR AIR", "MARITIME SEA"]],
    ["La Suède propose des avions pour la surveillance aérienne.", ["AIR AIR"]],
    ["déminage en mer Noire", ["MINE_CLEARANCE SEA"]],
    ["La France pourrait déployer 6 000 soldats.", ["TROOPS –"]],
    ["transferts de technologies", ["TECHNOLOGY –"]],
    ["Бельгія долучиться до патрулювання повітряного простору.", ["AIR AIR"]],
    ["повітряні та морські спроможності", ["AIR AIR", "MARITIME SEA"]],
    ["розмінування у Чорному морі", ["MINE_CLEARANCE SEA"]],
    ["передача технологій", ["TECHNOLOGY –"]],
  ])("%s", (text, wanted) => {
    expect(named(text)).toEqual(wanted);
  });

  test.each([
    "Support for Ukraine.",
    "Ukraine’s air force",
    "the armed forces",
    "Spain helps 400 Ukrainian soldiers",
    "Poland sends no troops.",
    "artificial intelligence",
    "air surveillance radars",
    "infantry fighting vehicles",
    "L’Espagne aide 400 soldats ukrainiens",
    "400 українських солдатів",
    "Six of them agreed.",
  ])("%s names nothing that is certain", (text) => {
    expect(named(text)).toEqual([]);
  });

  test("a passage that rules out troops contributes none", () => {
    const found = suggest("Italy also rules out soldiers in Ukraine.", {
      participants: [],
      triggers: [],
      publishedOn: null,
    });
    expect(found.map(({ type }) => type)).not.toContain("capability");
  });

  test("a kind that has one domain never comes with another, and what is found lies in the text", () => {
    const words = fc.constantFrom(
      "air",
      "naval",
      "land",
      "and",
      ",",
      "capabilities",
      "troops",
      "training",
      "in",
      "sea",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        const text = list.join(" ");
        for (const one of capabilitiesIn(text)) {
          if (one.type !== "capability") continue;
          expect(text.slice(one.start, one.end).trim()).not.toBe("");
          const only = one.value.kind === null ? undefined : DOMAIN_OF[one.value.kind];
          if (only !== undefined) expect(one.value.domain).toBe(only);
        }
      }),
    );
  });

  test("a long text that repeats itself is read", () => {
    for (const words of ["air and ", "capacités aériennes et ", "повітряні та ", "Ukrainian soldiers "])
      expect(capabilitiesIn(words.repeat(100_000 / words.length)).length).toBeLessThanOrEqual(100_000);
  });

  test("every kind with one domain is a kind", () => {
    expect(CONTRIBUTION_KINDS).toEqual(expect.arrayContaining(Object.keys(DOMAIN_OF)));
  });
});
