// Compares what the reader finds in statements with what a person finds: see data/README.md.
import { overlap, type TextSpan } from "@/lib/domain/base/sentences";
import { readStatement } from "@/lib/domain/passages/drafts/read-statement";
import type {
  DraftedContent,
  DraftedPledge,
  EarlierPledge,
  StatementRead,
} from "@/lib/domain/passages/drafts/statement";
import type { ContributionKind } from "@/lib/domain/pledge/contribution";
import { moneyEnds, moneyFrom } from "@/lib/domain/pledge/money";
import type { NumberedKind, Unit } from "@/lib/domain/pledge/quantity";
import type { Language } from "@/lib/domain/base/language";

export interface TrueAmount {
  min: number | null;
  max: number | null;
  qualifier: string;
  unit: string;
  words: string;
}
export interface TruePledge {
  participants: string[];
  kind: ContributionKind;
  kindsAlso?: ContributionKind[];
  amount: TrueAmount | null;
  money?: TrueAmount;
  will: "WILL" | "MAY";
  conditions: { kind: string; words: string }[];
  quote: string;
}
export interface TrueStatement {
  id: string;
  language: Language;
  date: string;
  speaker: string | null;
  text: string;
  pledges: TruePledge[];
  refusals: { participants: string[]; quote: string }[];
  repeats: { participants: string[]; kind: ContributionKind; amount: TrueAmount | null; quote: string }[];
}

const english = new Intl.DisplayNames("en", { type: "region" });
const CODES =
  "AL AT AU BE BG CA CY CZ DE DK EE ES FI FR GB GR HR IE IS IT JP LT LU LV ME NL NO NZ PL PT RO SE SI TR UA US".split(
    " ",
  );
const PARTICIPANTS = [
  ...CODES.map((code) => ({ code, names: { en: english.of(code) ?? code } })),
  { code: "EU", names: { en: "European Union" } },
  { code: "NATO", names: { en: "NATO" } },
];
const TRIGGERS = [
  { code: "CEASEFIRE_IN_FORCE", title: "Ceasefire in force" },
  { code: "PEACE_AGREEMENT_SIGNED", title: "Peace agreement signed" },
  { code: "INTERNATIONAL_MANDATE", title: "International mandate given" },
  { code: "RENEWED_ATTACK", title: "Renewed attack after a ceasefire" },
  { code: "UKRAINE_REQUEST", title: "Ukraine asks for it" },
];

/** The pledges on record that the statements repeat. */
export const earlierIn = (statements: readonly TrueStatement[]): EarlierPledge[] =>
  statements.flatMap(({ id, repeats }) =>
    repeats.map(({ participants, kind, amount, quote }, index): EarlierPledge => ({
      reference: `${id}-${String(index)}`,
      participant: participants[0] ?? "",
      title: quote.slice(0, 60),
      contributions: [{ kind, ...registered(amount, kind) }],
    })),
  );

const QUALIFIERS: Record<string, NumberedKind> = {
  EXACT: "EXACT",
  ABOUT: "APPROXIMATE",
  AT_LEAST: "AT_LEAST",
  MORE_THAN: "AT_LEAST",
  UP_TO: "UP_TO",
  BETWEEN: "RANGE",
};
const UNIT_OF: Record<string, Unit> = {
  people: "PERSON",
  rounds: "ROUND",
  companies: "COMPANY",
  battalions: "BATTALION",
};

function registered(
  amount: TrueAmount | null,
  kind: ContributionKind,
): Pick<EarlierPledge["contributions"][number], "quantity" | "money"> {
  const none = { kind: "NOT_STATED", min: null, max: null, unit: null, asStated: null } as const;
  if (!amount) return { quantity: none, money: null };
  const is = QUALIFIERS[amount.qualifier] ?? "EXACT";
  if (/^[A-Z]{3}$/.test(amount.unit)) {
    const ends = { min: String(amount.min ?? 0), max: amount.max === null ? null : String(amount.max) };
    return { quantity: none, money: moneyFrom({ kind: is, ...ends, currency: amount.unit, asStated: null }) };
  }
  const unit =
    UNIT_OF[amount.unit] ?? (kind === "AIR" ? "AIRCRAFT" : kind === "AMMUNITION" ? "ROUND" : "SYSTEM");
  const min = is === "UP_TO" ? 0 : amount.min;
  return { quantity: { kind: is, min, max: amount.max, unit, asStated: null }, money: null };
}

/** Adds every country that speaks, promises, refuses or repeats to the participants. */
function participantsOf({ speaker, pledges, refusals, repeats }: TrueStatement): typeof PARTICIPANTS {
  const named = [...pledges, ...refusals, ...repeats].flatMap(({ participants }) => participants);
  const others = [...new Set([...(speaker === null ? [] : [speaker]), ...named])].filter(
    (code) => !PARTICIPANTS.some((one) => one.code === code),
  );
  return withOthers(others.sort());
}

/** One list for the same others: the reader makes its readers of names once for each list. */
function withOthers(others: readonly string[]): typeof PARTICIPANTS {
  const before = lists.get(others.join(" "));
  if (before) return before;
  const list = [
    ...PARTICIPANTS,
    ...others.map((code) => ({ code, names: { en: english.of(code) ?? code } })),
  ];
  lists.set(others.join(" "), list);
  return list;
}
const lists = new Map<string, typeof PARTICIPANTS>();

export const read = (one: TrueStatement, earlier: readonly EarlierPledge[]): StatementRead =>
  readStatement(one.text, {
    languages: [one.language],
    statedOn: one.date,
    speaker: one.speaker,
    participants: participantsOf(one),
    triggers: TRIGGERS,
    earlier,
  });

/** In a comparable form: `EXACT 12000000 12000000 EUR`, `UP_TO - 400 people`. Null: no number. */
const trueAmount = (amount: TrueAmount | null | undefined): string | null =>
  amount
    ? `${QUALIFIERS[amount.qualifier] ?? ""} ${amount.min ?? "-"} ${amount.max ?? "-"} ${/^[A-Z]{3}$/.test(amount.unit) ? amount.unit : /people|places/.test(amount.unit) ? "people" : "things"}`
    : null;

export function readAmount(
  { quantity, money }: Pick<DraftedContent, "quantity" | "money">,
  first: "quantity" | "money" = "quantity",
): string | null {
  if (quantity && (quantity.min !== null || quantity.max !== null) && first === "quantity") {
    const { kind, min, max, unit } = quantity;
    const people = unit === "PERSON" || unit === "PLACE_PER_YEAR" ? "people" : "things";
    return `${kind} ${kind === "UP_TO" ? "-" : (min ?? "-")} ${max ?? "-"} ${people}`;
  }
  if (!money) return null;
  const { kind, min, max, currency } = moneyEnds(money);
  return `${kind} ${kind === "UP_TO" ? "-" : min} ${max ?? "-"} ${currency}`;
}

const people = (one: DraftedContent): string => [one.participant, ...one.jointWith].sort().join("+");
const placeOf = (text: string, words: string): TextSpan => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

export interface Score {
  pledges: number;
  drafts: number;
  whole: number;
  /** Drafts in a pledge's quote with an amount that the statement doesn't have. */
  wrongAmounts: string[];
  conditions: number;
  conditionsFound: number;
  apart: number;
  apartFound: number;
  /** What differs, for a person to read. */
  notes: string[];
}

export function scoreOf(one: TrueStatement, { drafts, refusals, repeats }: StatementRead): Score {
  const score: Score = {
    pledges: one.pledges.length,
    drafts: drafts.length,
    whole: 0,
    wrongAmounts: [],
    conditions: 0,
    conditionsFound: 0,
    apart: 0,
    apartFound: 0,
    notes: [],
  };
  const taken = new Set<DraftedPledge>();
  const said = (draft: DraftedContent): string =>
    `${people(draft)} ${draft.kind ?? "?"} ${readAmount(draft) ?? "-"} «${one.text.slice(draft.quote.start, draft.quote.end)}»`;
  for (const pledge of one.pledges) {
    const quote = placeOf(one.text, pledge.quote);
    const near = drafts.filter(
      (draft) =>
        overlap(draft.quote, quote) &&
        !taken.has(draft) &&
        people(draft) === [...pledge.participants].sort().join("+"),
    );
    const differs = (draft: DraftedPledge): string[] => [
      ...([pledge.kind, ...(pledge.kindsAlso ?? [])].includes(draft.kind ?? "OTHER") ? [] : ["kind"]),
      ...(readAmount(draft) === trueAmount(pledge.amount) ? [] : ["amount"]),
      ...(draft.modality === pledge.will ? [] : ["will"]),
    ];
    near.sort((a, b) => differs(a).length - differs(b).length);
    const best = near[0];
    for (const { words } of pledge.conditions) {
      score.conditions += 1;
      const place = placeOf(one.text, words);
      if (best?.conditions.some((condition) => overlap(condition, place))) score.conditionsFound += 1;
      else score.notes.push(`  condition missed: «${words}» of ${pledge.participants.join("+")}`);
    }
    const wrong = best ? differs(best) : ["missed"];
    if (best && wrong.length < 2) taken.add(best);
    if (wrong.length === 0) score.whole += 1;
    else
      score.notes.push(
        `  ${wrong.join(" ")}: ${pledge.participants.join("+")} ${pledge.kind} ${pledge.will} ${trueAmount(pledge.amount) ?? "-"} «${pledge.quote}»${best ? `\n     read ${best.modality} ${said(best)}` : ""}`,
      );
  }
  const amounts = new Set(
    [
      ...one.pledges.map(({ money }) => money),
      ...[...one.pledges, ...one.repeats].map(({ amount }) => amount),
    ].map(trueAmount),
  );
  for (const draft of drafts)
    for (const key of [readAmount(draft), draft.money ? readAmount(draft, "money") : null])
      if (
        key !== null &&
        !amounts.has(key) &&
        one.pledges.some(({ quote }) => overlap(draft.quote, placeOf(one.text, quote)))
      )
        score.wrongAmounts.push(`${one.id} ${said(draft)}`);
  for (const draft of drafts)
    if (!taken.has(draft)) score.notes.push(`  too much: ${draft.modality} ${said(draft)}`);
  for (const [list, found, name] of [
    [one.refusals, refusals, "refusal"],
    [one.repeats, repeats, "repeat"],
  ] as const)
    for (const { quote, participants } of list) {
      score.apart += 1;
      const place = placeOf(one.text, quote);
      const isFound = found.some(
        (each) => overlap(each.quote, place) && participants.includes(each.participant ?? ""),
      );
      if (isFound) score.apartFound += 1;
      else score.notes.push(`  ${name} missed: ${participants.join("+")} «${quote}»`);
    }
  for (const [list, found, name] of [
    [one.refusals, refusals, "refusal"],
    [one.repeats, repeats, "repeat"],
  ] as const)
    for (const each of found)
      if (!list.some(({ quote }) => overlap(each.quote, placeOf(one.text, quote))))
        score.notes.push(`  ${name} too much: ${said(each)}`);
  return score;
}
