// Contributions and their domains, by unambiguous words. Ambiguous ones ("forces", "support") are skipped, and a person
// chooses.
import { DOMAIN_OF, type ContributionKind, type Domain } from "../pledge/contribution";
import { whole } from "./language-rules";
import { firstPhrase } from "./phrases";
import { spansOf, type Capability, type Suggestion } from "./suggestion";

export const capabilitiesIn = (text: string): Suggestion[] =>
  firstPhrase(
    text,
    RULES.flatMap(([value, pattern]) =>
      spansOf(text, pattern).map(({ start, end }): Suggestion => ({ start, end, type: "capability", value })),
    ),
  );

/** Without positions, each once, in text order. */
export function capabilitiesNamed(text: string): Capability[] {
  const found = new Map<string, Capability>();
  for (const one of capabilitiesIn(text))
    if (one.type === "capability") found.set(JSON.stringify(one.value), one.value);
  return [...found.values()];
}

// In English and Ukrainian each arm precedes the shared noun ("air and naval capabilities"); in French it follows.
const ARM = "(?:air|naval|maritime|sea|land|ground)";
const MEANS = "(?:capabilities|assets|units|components?|contingents?|contributions?)";
const arm = (words: string): string =>
  String.raw`(?:${words})(?=(?:(?:,| and|, and) ${ARM}){0,4} ${MEANS}(?!\p{L}))`;

const FRENCH_ARM = String.raw`(?:aérien|naval|maritime|terrestre)\p{L}{0,4}`;
const frenchArm = (words: string): string =>
  String.raw`(?<=(?:capacités|moyens|unités|composantes?|contingents?)(?: ${FRENCH_ARM},?){0,4}(?: et)? )(?:${words})\p{L}{0,4}`;

const UKRAINIAN_ARM = String.raw`(?:повітрян|морськ|сухопутн|наземн)\p{L}{0,4}`;
const ukrainianArm = (words: string): string =>
  String.raw`(?:${words})\p{L}{0,4}(?=(?:(?:,| та| і| й) ${UKRAINIAN_ARM}){0,4} (?:спроможн|засоб|підрозділ|компонент|контингент))`;

// Soldiers of the country being helped, or of the enemy, are no contribution.
const OWN = "(?<!(?:Ukrainian|Ukraine’s|Ukraine's|Russian|Russia’s|Russia's|no) )";
const FRENCH_OWN = "(?! (?:ukrainien|russe))";
const UKRAINIAN_OWN = String.raw`(?<!(?:українськ|російськ)\p{L}{0,4} )`;

type Words = readonly [english: string, french: string, ukrainian: string];

/** Where two overlap, the earlier entry wins. */
const WORDS: readonly (readonly [ContributionKind | null, Domain | null, Words])[] = [
  [
    "GROUND_AIR_DEFENCE",
    null,
    [
      "ground-based air defen[cs]e|air[- ]defen[cs]e systems?",
      "défense sol-air",
      String.raw`наземн\p{L}+ протиповітрян\p{L}+ оборон\p{L}+|систем\p{L}{0,3} ППО`,
    ],
  ],
  [
    "MINE_CLEARANCE",
    "SEA",
    [
      "mine[- ]?(?:hunt|sweep)(?:ing|ers?)|naval mine countermeasures|mine[- ]clear(?:ing|ance) (?:at sea|in the Black Sea)",
      "chasse aux mines|chasseurs? de mines|déminage (?:en mer|de la mer)(?: Noire)?",
      String.raw`морськ\p{L}+ розмінуванн\p{L}|розмінуванн\p{L} (?:в|у) Чорному морі|тральник\p{L}{0,3}`,
    ],
  ],
  [
    "MINE_CLEARANCE",
    null,
    ["mine[- ]clear(?:ing|ance)|de-?mining", "déminage", String.raw`розмінуванн\p{L}+`],
  ],
  [
    "AIR",
    "AIR",
    [
      `air (?:policing|surveillance|patrols?|cover)(?! (?:radar|sensor|system))|${arm("air")}`,
      `police du ciel|(?:surveillance|patrouilles?) aériennes?|${frenchArm("aérien")}`,
      String.raw`(?:патрулюванн|охорон)\p{L}+ повітряного простору|повітрян\p{L}+ патрулюванн\p{L}|${ukrainianArm("повітрян")}`,
    ],
  ],
  [
    "MARITIME",
    "SEA",
    [
      `(?:naval|maritime) (?:patrols?|presence|task (?:group|force))|${arm("naval|maritime|sea")}`,
      `patrouilles? (?:navale|maritime)s?|${frenchArm("naval|maritime")}`,
      String.raw`морськ\p{L}+ патрулюванн\p{L}|${ukrainianArm("морськ")}`,
    ],
  ],
  [
    "TROOPS",
    "LAND",
    [
      `${OWN}(?:ground troops|ground forces|land forces|infantry)(?! (?:fighting|vehicle))`,
      `(?:troupes|forces) (?:au sol|terrestres)${FRENCH_OWN}|infanterie`,
      String.raw`${UKRAINIAN_OWN}сухопутн\p{L}+ (?:війська?|сил\p{L}{0,3})|піхот\p{L}{1,2}`,
    ],
  ],
  [null, "LAND", [arm("land|ground"), frenchArm("terrestre"), ukrainianArm("сухопутн|наземн")]],
  [
    null,
    "SEA",
    [
      "frigates?|corvettes?|warships?|patrol boats?|at sea",
      "frégates?|navires? de guerre|en mer",
      String.raw`фрегат\p{L}{0,3}|корвет\p{L}{0,3}|на морі`,
    ],
  ],
  [
    null,
    "AIR",
    [
      "fighter (?:jets?|aircraft)|in the air",
      "avions? de (?:chasse|combat)",
      String.raw`винищувач\p{L}{0,3}`,
    ],
  ],
  [
    "STAFF_OFFICERS",
    null,
    ["(?:staff|liaison) officers?", "officiers? d[’']état-major", String.raw`штабн\p{L}+ офіцер\p{L}{0,3}`],
  ],
  ["OBSERVERS", null, ["observers|ceasefire monitors", "observateurs", "спостерігач(?:і|ів|ами|ам)"]],
  [
    "TRAINING",
    null,
    [
      "(?:military )?training(?! (?:area|ground|centre))|(?:will|would|could|to) train",
      "formation (?:militaire|de (?:soldats|militaires|troupes|brigades|pilotes))",
      String.raw`(?:навчанн|підготовк)\p{L} (?:військов|солдат|бригад|пілот|українськ)\p{L}+`,
    ],
  ],
  [
    "AMMUNITION",
    null,
    [
      "ammunition|artillery (?:shells|rounds)",
      "munitions|obus",
      String.raw`боєприпас\p{L}{0,3}|снаряд\p{L}{0,3}`,
    ],
  ],
  [
    "INTELLIGENCE",
    null,
    [
      "(?<!artificial )intelligence(?: sharing)?",
      "renseignements?",
      String.raw`розвідувальн\p{L}+ дан\p{L}+|розвіддан\p{L}+`,
    ],
  ],
  [
    "LOGISTICS_TRANSIT",
    null,
    ["logistics|transit rights", "logistique|droits de transit", String.raw`логістик\p{L}+`],
  ],
  [
    "INDUSTRY_CO_PRODUCTION",
    null,
    [
      "co-?production|joint (?:production|ventures?)",
      "production conjointe",
      String.raw`спільн\p{L}+ виробництв\p{L}+`,
    ],
  ],
  ["SANCTIONS", null, ["sanctions", "sanctions", String.raw`санкці\p{L}+`]],
  [
    "TECHNOLOGY",
    null,
    [
      "(?:dual-use |defen[cs]e |military )?technolog(?:y|ies)(?: transfers?)?",
      "transferts? de technologies?|technologies?",
      String.raw`технологі\p{L}+`,
    ],
  ],
  [
    "FUNDING",
    null,
    [
      "(?:financial|budget) (?:support|assistance)|loans",
      "aide financière|prêts",
      String.raw`фінансов\p{L}+ (?:допомог|підтримк)\p{L}+|кредит\p{L}{0,3}`,
    ],
  ],
  [
    "TROOPS",
    null,
    [
      `${OWN}(?:soldiers|troops)`,
      `(?:soldats|troupes)${FRENCH_OWN}`,
      String.raw`${UKRAINIAN_OWN}(?:солдат\p{L}{0,3}|військовослужбовц\p{L}+)`,
    ],
  ],
  [
    null,
    "CYBER",
    [
      "cyber(?:[- ]?(?:defen[cs]e|security))?",
      "cyber(?:défense|sécurité)",
      String.raw`кібер(?:безпек|оборон|захист)\p{L}{0,3}`,
    ],
  ],
  [null, "SPACE", ["satellites?(?: imagery)?", "imagerie satellitaire", String.raw`супутник\p{L}{0,3}`]],
];

const RULES: readonly (readonly [Capability, RegExp])[] = WORDS.map(([kind, domain, words]) => [
  { kind, domain: domain ?? (kind === null ? null : (DOMAIN_OF[kind] ?? null)) },
  whole(words.join("|")),
]);
