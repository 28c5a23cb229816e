// Priorities, caveats, refusals and approving bodies, by the usual words of communiqués.
import type { ApprovalKind } from "../pledge/approval";
import type { CaveatCategory } from "../pledge/contribution";
import type { Priority } from "../base/priority";
import { LANGUAGE_RULES } from "./rules";
import { TakenSpans } from "../base/sentences";
import { spansOf, type Suggestion } from "./suggestion";

export const prioritiesIn = (text: string): Suggestion[] =>
  firstPhrase(
    text,
    [...PRIORITY_WORDS, ...LANGUAGE_RULES.flatMap(({ priorities }) => priorities)].flatMap(
      ([value, pattern]) =>
        spansOf(text, pattern).map(({ start, end }): Suggestion => ({ start, end, type: "priority", value })),
    ),
  );

const ARM = "(?:air|naval|land|ground|sea|maritime|military|combat)";
/** Where two overlap, the earlier entry wins. */
const PRIORITY_WORDS: readonly (readonly [Priority, RegExp])[] = [
  [
    5,
    /\b(?:long-term )?defen[cs]e (?:industrial )?(?:cooperation|partnership)\b|\b(?:co-production|joint production|joint ventures?)\b/giu,
  ],
  [
    1,
    /\b(?:(?:take|takes|taking|took) part in |lead |leads |join |joins )?(?:ceasefire |cease-fire )?monitoring(?: (?:of )?(?:a|the) ceasefire)?\b|\b(?:ceasefire |cease-fire )?(?:monitors|observers)\b|\bobserver mission\b/giu,
  ],
  [
    4,
    /\b(?:security )?guarantees?\b|\b(?:response|respond) to (?:renewed|new|any|an) (?:aggression|attack)\b|\brenewed aggression\b/giu,
  ],
  [3, /\bmine[- ](?:clearing|clearance|hunting|sweeping)(?: in the [\p{Lu}]\p{L}+(?: [\p{Lu}]\p{L}+)?)?/gu],
  [
    3,
    new RegExp(
      String.raw`\b${ARM}(?:(?:,| and|, and) ${ARM})* (?:capabilities|forces|assets|units|components?)\b`,
      "giu",
    ),
  ],
  [
    3,
    /\bair (?:surveillance|policing|patrols?|defen[cs]e|cover)\b|\blead(?:s|ing)? (?:at sea|on land|in the air|on logistics|the (?:land|sea|air|naval|maritime) component)\b/giu,
  ],
  [
    2,
    /\b(?:ammunition|shells?|drone|artillery|armour) (?:initiative|coalition|fund|package)\b|\bmilitary (?:assistance|aid|support|equipment)\b|\b(?:arms|weapons) deliveries\b/giu,
  ],
  [
    2,
    /\b(?:trains?|training)(?: (?:of )?(?:Ukrainian |Ukraine’s |Ukraine's )?(?:soldiers|troops|forces|brigades|pilots|sappers))?\b/giu,
  ],
  [
    3,
    /\b(?:multinational|deterrent|reassurance|stabili[sz]ation) force\b|\bdeploy(?:s|ed|ing|ment)?\b|(?<!armed |Ukraine’s |Ukraine's )\b(?:forces|troops)\b/giu,
  ],
  [2, /\bammunition\b|\b(?:Ukraine’s |Ukraine's |Ukrainian )(?:armed )?forces\b/giu],
];

export const caveatsIn = (text: string): Suggestion[] =>
  firstPhrase(
    text,
    [...CAVEAT_WORDS, ...LANGUAGE_RULES.flatMap(({ caveats }) => caveats)].flatMap(([value, pattern]) =>
      spansOf(text, pattern).map(({ start, end }): Suggestion => ({ start, end, type: "caveat", value })),
    ),
  );

const FRONT = String.raw`(?:the )?(?:front(?: line)?|frontline|contact line|line of contact)`;
const CAVEAT_WORDS: readonly (readonly [CaveatCategory, RegExp])[] = [
  [
    "NOT_ON_CONTACT_LINE",
    new RegExp(
      String.raw`\b(?:away|far|back) from ${FRONT}\b|\b(?:not|never) (?:be |stand |serve )?(?:on|at|near) ${FRONT}\b|\bbehind ${FRONT}\b`,
      "giu",
    ),
  ],
  [
    "NO_GROUND_COMBAT",
    /\b(?:no|without|not for|not in) (?:ground )?combat(?: (?:role|troops|missions?))?\b/giu,
  ],
  [
    "GEOGRAPHIC",
    /\b(?:on|in|from|within) (?:the )?(?:neighbouring|neighboring|adjacent|allied|NATO)(?: NATO| allied| EU)? (?:territory|soil|states?|countr(?:y|ies)|waters|airspace)\b|\b(?:only |solely )?in (?:the )?west(?:ern)? (?:of )?Ukraine\b|\boutside (?:of )?Ukraine\b/giu,
  ],
  ["SUPPORT_ROLE_ONLY", /\bin (?:a )?support(?:ing)? roles?(?: only| alone)?\b|\bsupport roles? only\b/giu],
  ["DURATION", /\bfor (?:at most|up to|no more than|a maximum of) [\w-]+ (?:weeks|months|years)\b/giu],
];

/** "sends no troops", "rules out soldiers in Ukraine". */
export const refusalsIn = (text: string): Suggestion[] =>
  [REFUSAL, ...LANGUAGE_RULES.flatMap(({ refusals }) => refusals)]
    .flatMap((pattern) => spansOf(text, pattern))
    .map(({ start, end }) => ({ start, end, type: "stage", value: "DECLINED" }));

const MEANS =
  "(?:troops|soldiers|forces|personnel|boots on the ground|combat units|a contingent|weapons|missiles|aircraft|ships)";
const REFUSAL = new RegExp(
  String.raw`\b(?:sends?|sending|deploys?|offers?|provides?|contributes?) no ${MEANS}(?: (?:to|in) Ukraine)?` +
    String.raw`|\b(?:will|would|does|do|did) not (?:send|deploy|offer|provide|contribute|take part|join)(?: (?:any |its )?${MEANS})?(?: (?:to|in) Ukraine)?` +
    String.raw`|\b(?:rules?|ruled|ruling) out (?:sending |deploying )?(?:any |its |ground )?${MEANS}(?: (?:to|in) Ukraine)?` +
    String.raw`|\b(?:declines?|declined|refuses?|refused) to (?:send|deploy|take part|join|contribute)(?: (?:any )?${MEANS})?`,
  "giu",
);

/** With surrounding words that ask for a body's approval: "the Riksdag's approval", "a mandate from the Riigikogu". */
export function approvalsIn(text: string): Suggestion[] {
  const byBody = ALL_BODIES.flatMap(({ asking, name, kind, body }) =>
    spansOf(text, asking).map(({ start, end, words: found }): Suggestion => ({
      start,
      end,
      type: "approval",
      value: { kind, body: body ?? name.exec(found)?.[0] ?? found },
    })),
  );
  const byGovernment = GOVERNMENTS.flatMap(({ government, decides }) =>
    spansOf(text, government).filter(({ start, end }) => around(text, start, end).search(decides) >= 0),
  ).map(({ start, end }): Suggestion => ({
    start,
    end,
    type: "approval",
    value: { kind: "GOVERNMENT_DECISION", body: "Government" },
  }));
  return firstPhrase(text, [...byBody, ...byGovernment]);
}

/** The surrounding text, within the same sentence and close enough. */
function around(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  return `${before.slice(before.search(/[^.!?\n]*$/u))} ${/^[^.!?\n]*/u.exec(after)?.[0] ?? ""}`;
}
const NEAR = 200;

const WORD =
  "(?:approval|consent|mandate|vote|authorisation|authorization|ratification|agreement|green light)";
const asked = (body: string): RegExp =>
  new RegExp(
    String.raw`(?:(?:the |a |an )?${WORD} (?:from|of|by|in) (?:the |both chambers of the )?(?:${body}))` +
      String.raw`|(?:(?:the )?(?:${body})['’]s? ${WORD})` +
      String.raw`|(?:${LANGUAGE_RULES.map(({ asks }) => asks).join("|")})(?:${body})(?![\p{L}])` +
      String.raw`|(?<![\p{L}])(?:${body})(?![\p{L}])`,
    "gu",
  );

const GOVERNMENT =
  /\b(?:its|the|their|each) (?:own |federal |coalition )?(?:government|cabinet|council of ministers)(?![’'\p{L}])/giu;
const DECIDES =
  /\b(?:decides?|decided|decision|approves?|approved|approval|votes?|consent|agrees?|must agree|sign off)\b/iu;

const VOTES: ApprovalKind = "PARLIAMENT_VOTE";
const BODIES: readonly { words: string; kind: ApprovalKind; body?: string }[] = [
  {
    words:
      "House of Commons|House of Lords|Bundestag|Bundesrat|Riksdag|Riigikogu|Seimas|Saeima|Sejm|Folketing(?:et)?|Storting(?:et)?|Eduskunta|Althing|Verkhovna Rada|Rada|Assemblée nationale|National Assembly|Sénat|Senate|Chamber of Deputies|Camera dei deputati|Cortes(?: Generales)?|Congreso|Tweede Kamer|States General|Nationalrat|Oireachtas|Dáil|Vouli|Sabor|Országgyűlés|Národná rada|Grand National Assembly|Diet|House of Representatives|Parliament|parliament|lawmakers",
    kind: VOTES,
  },
  { words: "Congress", kind: "RATIFICATION", body: "Congress of the United States" },
  {
    words: "Constitutional Court|Conseil constitutionnel|Bundesverfassungsgericht",
    kind: "CONSTITUTIONAL_REVIEW",
  },
  { words: "(?:UN |United Nations )?Security Council", kind: "INTERNATIONAL_MANDATE" },
];

const ALL_BODIES = [...BODIES, ...LANGUAGE_RULES.flatMap(({ bodies }) => bodies)].map(
  ({ words, kind, body }) => ({ kind, body, asking: asked(words), name: new RegExp(words, "u") }),
);
const GOVERNMENTS = [{ government: GOVERNMENT, decides: DECIDES }, ...LANGUAGE_RULES];

/** Drops those that overlap an earlier one. */
export function firstPhrase(text: string, found: readonly Suggestion[]): Suggestion[] {
  const taken = new TakenSpans(text);
  const kept = found.filter((one) => {
    if (taken.has(one)) return false;
    taken.add(one);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}
