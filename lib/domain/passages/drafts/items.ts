// What a clause promises, and how much of it.
import { covers, overlap, type TextSpan } from "../../base/sentences";
import { amountsOfClause, type ClauseAmount, type FoundInText } from "./clause-amounts";
import { addedBehind } from "./clauses/added";
import type { Clause } from "./clauses/clause";
import { zoneOf } from "./clauses/zone";
import { describes, domainOfKind, kindOfCounted, type NamedKind } from "./kinds";
import {
  ADDED,
  AGAINST,
  CIVIL,
  BUYS,
  CONVERTED,
  EQUIPS,
  FOR_WHAT,
  HEALED,
  HOSTS,
  INTO,
  JOINED,
  letIn,
  LINKS,
  MEDICAL,
  MEETING,
  NUMBER,
  OF_A_SUM,
  PRICE,
  REHABILITATES,
  SAYS_NOT,
  SETS_UP,
} from "./words/item-words";
import type { Suggestion } from "../suggestion";
import { isPartOf, OF_THOSE } from "./words/explained";
import { TRAINS } from "./words/kind-words";
import type { PledgedItem } from "./statement";
import { nothingOf, withoutThing } from "./clauses/without-thing";

export function itemsOfClause(clause: Clause, found: FoundInText): PledgedItem[] {
  const isOutside = (one: TextSpan): boolean => !found.asides.some((aside) => overlap(aside, one));
  const all = amountsIn(clause, found);
  const zone = zoneOf(clause, all, found);
  const within = all.filter(({ suggestion: one }) => covers(zone, one));
  const amounts = within.slice(isEquipped(clause, within, found.plain) ? 1 : 0);
  const kinds = found.kinds
    .filter((one) => covers(zone, one) && isOutside(one))
    .filter((one, index, all) => !describes(found.plain, one, all[index + 1], clause.line.tongue.language));
  const said = found.plain.slice(
    clause.cue?.start ?? clause.start,
    clause.cue ? clause.cue.end + NEAR : clause.end,
  );
  if (clause.does === "REFUSES" && SAYS_NOT.test(said)) return [];
  if (amounts.length === 0 && MEETING.test(found.plain.slice(zone.start, zone.end))) return [];
  // "Half of it goes to drones": of what was said before.
  const isPart = !amounts.some(isNumbered) && PART.test(found.plain.slice(clause.start, clause.end));
  const entry = entryOf(clause, amounts, found.plain.slice(zone.start, zone.end));
  if (entry !== null) return [nothingOf(entry)];
  if (isPart || OF_A_SUM.test(found.plain.slice(clause.line.start, clause.line.end))) return [];
  const free = kinds.filter(({ start }) => start < (amounts[0]?.suggestion.start ?? zone.end));
  const items: PledgedItem[] = [];
  for (const [index, one] of amounts.entries()) {
    const last = items.at(-1);
    const before = found.plain.slice(Math.max(zone.start, one.suggestion.start - NEAR), one.suggestion.start);
    if (one.suggestion.type === "money" && last?.quantity && PRICE.test(before)) {
      last.money = one.suggestion.value;
      last.amount.push(...one.spans);
      continue;
    }
    const near = nearOf(
      one,
      Math.min(amounts[index + 1]?.suggestion.start ?? Infinity, verbBehind(clause, one)),
      kinds,
      found.plain,
    );
    // "raise the number of instructors to 300".
    const isBare =
      near.length === 0 && one.suggestion.type === "quantity" && one.suggestion.value.unit === "PERSON";
    const ahead = ANYBODY.test(found.plain.slice(one.suggestion.start, one.suggestion.end))
      ? kinds.filter(({ start }) => start < one.suggestion.start).reverse()
      : [];
    const isOf = LINKS.test(before) || (isBare && RISES.test(before));
    const linked = [...near, ...ahead, ...(isOf ? free : [])];
    const isPrice =
      PRICE.test(before) || (BUYS.test(clause.cue?.words ?? "") && / for (?:\p{L}+ ){0,3}$/u.test(before));
    const item = amountItem(one, linked, isPrice ? free : [], found.plain, clause);
    // "a shelter for 600 people".
    if (item.kind === "TROOPS" && MEANT_FOR.test(before)) continue;
    if (item.kind === "TROOPS" && isHelped(found.plain, one.suggestion)) {
      // "прийме сто українських поліцейських", "40 Ukrainian pilots will join the base".
      const isTaken =
        TAKES_IN.test(clause.cue?.words ?? "") ||
        SCHOOL.test(found.plain.slice(zone.start, zone.end)) ||
        found.plain.slice(one.suggestion.end, zone.end).search(TRAINS) >= 0;
      if (!isTaken) continue;
      [item.kind, item.domain] = ["TRAINING", domainOfKind("TRAINING")];
    }
    items.push(item);
  }
  // "a shelter for 600 people": the people are no number of it.
  const things = unnumbered(zone, items.length > 0 ? amounts : [], free, found.plain).filter(
    // "its shells, roughly 9,000 rounds": the same thing.
    ({ kind }) =>
      kind !== items[0]?.kind ||
      (kind === "OTHER" && AND.test(found.plain.slice(0, amounts[0]?.suggestion.start).slice(-8))),
  );
  const [lastAmount] = amounts.slice(-1);
  const counted = items.at(-1)?.quantity?.unit ?? "PERSON";
  if (lastAmount && counted !== "PERSON")
    items.push(...addedBehind(lastAmount.suggestion, kinds, items, found.plain));
  if (items.length + things.length > 0) return [...things, ...items];
  const words = found.plain.slice(zone.start, zone.end);
  // "The others will follow as our F-35s arrive, as I said": what it repeats is named only in its condition.
  if (clause.does === "REPEATS" && found.asides.length > 0 && !NUMBER.test(words)) {
    const inAside = itemsOfClause(clause, { ...found, asides: [] });
    if (inAside.length > 0) return inAside;
  }
  return withoutThing(clause, words, found.plain);
}

/** "let coalition aircraft refuel": a base, or a way through. */
const entryOf = ({ does }: Clause, amounts: readonly ClauseAmount[], words: string): PledgedItem["kind"] =>
  does === "REFUSES" || amounts.some(isNumbered) ? null : letIn(words);

const MEANT_FOR = /(?<![\p{L}])(?:for|pour|для) $/iu;

/** Those that are promises of their own. */
function amountsIn(clause: Clause, found: FoundInText): ClauseAmount[] {
  const every = amountsOfClause(clause, found.speaker, found).filter(
    ({ suggestion: one }) =>
      !found.asides.some((aside) => overlap(aside, one)) &&
      !INSTEAD.test(found.plain.slice(Math.max(0, one.start - NEAR), one.start)),
  );
  // "240 million for air defence systems": the systems are no amount; but "a battery and Mistral missiles".
  const ahead = ({ suggestion: { start } }: ClauseAmount): string =>
    found.plain.slice(Math.max(clause.start, start - NEAR), start);
  const isAdded = (one: ClauseAmount): boolean => ADDED.test(ahead(one));
  const hasNumber = every.some(isNumbered);
  return every
    .filter(
      (one, index) =>
        (isNumbered(one) || (hasNumber ? isAdded(one) : !FOR_WHAT.test(ahead(one)))) &&
        !OF_THOSE.test(ahead(one)) &&
        !(index > 0 && isPartOf(ahead(one), found.plain.slice(one.suggestion.end, clause.end))) &&
        // "150 soldiers to a Nordic battalion".
        !(index > 0 && isWhole(one) && INTO.test(ahead(one))),
    )
    .filter(
      // "1.1 billion kroner, or about 147 million euros": the same money.
      ({ suggestion: one }, index, some) => !isConverted(some[index - 1]?.suggestion, one, found.plain),
    );
}

/** The first of these amounts is a brigade that the others are for. */
const isEquipped = ({ cue }: Clause, [first, second]: readonly ClauseAmount[], plain: string): boolean =>
  first?.suggestion.type === "quantity" &&
  ["BRIGADE", "BATTALION", "COMPANY"].includes(first.suggestion.value.unit ?? "") &&
  second !== undefined &&
  EQUIPS.test(cue?.words ?? "") &&
  /^ (?:(?:\p{L}+ ){0,3}(?:with|de|d'|avec)(?: |(?<='))|[\p{L}\d ]{0,20})$/u.test(
    plain
      .slice(first.suggestion.end, second.suggestion.start)
      .replace(/(?:up to|about|jusqu'à|environ) ?$/u, ""),
  );
/** "instead of 60": it was. */
const INSTEAD =
  /(?<![\p{L}])(?:instead of|rather than|compared (?:to|with)|up from|au lieu d(?:e|'|es)|замість|порівняно [зі]+) $/iu;
const ANYBODY = /(?<![\p{L}])(?:people|persons?|personnes|personen|осіб|особи|людей|людини|чоловік)$/iu;
/** "40 Ukrainian pilots will join the base": they learn there. */
const SCHOOL =
  /(?<![\p{L}])(?:(?:air )?bases?|schools?|academ\p{L}+|colleges?|camps?|centres?|centers?|écoles?|académies?|stages?|баз\p{L}+|школ\p{L}+|академі\p{L}+|центр\p{L}*|навчанн[яіюм]+|підготовк[уиаі]|вишк[оі]л\p{L}*|курс\p{L}*|стажуванн\p{L})(?![\p{L}])/iu;
const AND = / (?:and|et|і|й|та) $/u;
const TAKES_IN =
  /прий(?:м|ня)|(?<![\p{L}])(?:host|welcom|receiv|tak(?:e|ing) in|accept|accommodat|accueil|recevr|recevoir|héberg)/iu;
const isWhole = ({ suggestion }: ClauseAmount): boolean =>
  suggestion.type === "quantity" && suggestion.value.max === 1 && FORMATIONS.has(suggestion.value.unit ?? "");
const FORMATIONS: ReadonlySet<string> = new Set(["COMPANY", "BATTALION", "BRIGADE"]);
const NEAR = 45;
const RISES = /(?<![\p{L}])(?:to|à|до) $/iu;
const BEFORE = 160;
const THERE = /(?<![\p{L}])(?:y|there|туди|там|to it)(?![\p{L}])/iu;
const PART =
  /^(?:тому |отже |а )?(?:(?:about |nearly |almost |around |some )?(?:half|a third|a quarter|two thirds|the rest|the remainder|the bulk|the lion's share|most|much|part)(?: of (?:it|this|that|them|which|the (?:sum|money|amount|total|package)))?|(?:près de |environ )?(?:la moitié|un tiers|un quart|le reste|les deux tiers|le solde|une (?:bonne |grande )?partie|l'essentiel|la majeure partie|le gros)|(?:приблизно |майже )?(?:половин[аиу]|третин[аиу]|чверть|решт[аиу]|більшість|частин[аиу](?! (?:наших|своїх)))|(?:the|this|that|these|our|all (?:this|the)) (?:money|funds?|sums?|amounts?|funding)|(?:l'argent|ces (?:fonds|crédits|sommes)|cette somme|la somme|le montant|ce montant|cet argent)|(?:ці |ця |весь |увесь )?(?:гроші|кошти|сума))(?![\p{L}])(?! (?:a|d'un|мільй|млрд|млн|of (?:the|our|its) \p{L}+s)(?![\p{L}]))/iu;

const isConverted = (from: Suggestion | undefined, to: Suggestion, plain: string): boolean =>
  from?.type === "money" && to.type === "money" && CONVERTED.test(plain.slice(from.end, to.start));
const isNumbered = ({ suggestion }: ClauseAmount): boolean =>
  suggestion.type !== "quantity" || suggestion.value.kind !== "NOT_STATED";

/** Units of the country that is helped are no contribution: "equipment for two Ukrainian brigades". */
const isHelped = (plain: string, { start, end }: TextSpan): boolean =>
  /(?:ukrain|українськ)/iu.test(plain.slice(start, end)) ||
  /^ (?:of Ukraine|from Ukraine|ukrainien\p{L}*|d'Ukraine|України|Збройних)/u.test(
    plain.slice(end, end + NEAR),
  );

/** For an amount before its verb, only words up to the verb count: "40 pilots will join the base". */
const verbBehind = ({ cue }: Clause, { suggestion }: ClauseAmount): number =>
  cue !== null && cue.start >= suggestion.end ? cue.end : Infinity;

/** Kinds named in the counted words, or right after them. */
function nearOf(one: ClauseAmount, next: number, kinds: readonly NamedKind[], plain: string): NamedKind[] {
  const { start, end } = one.suggestion;
  const most = Math.min(next, plain.length, end + NEAR);
  const stop = /[,;:–—]| (?:and|et|та|і|й) /u.exec(plain.slice(end, most))?.index;
  const limit = stop === undefined ? most : end + stop;
  return kinds.filter((kind) => kind.start >= start && kind.start < limit);
}

function amountItem(
  { suggestion, spans }: ClauseAmount,
  near: readonly NamedKind[],
  priced: readonly NamedKind[],
  plain: string,
  clause: Clause,
): PledgedItem {
  // For an item, the verb is in the line that opens its list.
  const verb =
    clause.cue && clause.cue.start < clause.start
      ? `${clause.cue.words} ${plain.slice(clause.start, suggestion.start)}`
      : plain.slice(Math.min(clause.cue?.start ?? clause.start, suggestion.start), suggestion.start) ||
        plain.slice(clause.start, suggestion.start);
  const made = near.find(({ kind }) => kind === "INDUSTRY_CO_PRODUCTION");
  const quantity = suggestion.type === "quantity" ? suggestion.value : null;
  const isHealed =
    (quantity?.unit === "PERSON" &&
      (HEALED.test(plain.slice(suggestion.start, suggestion.end + 24)) ||
        REHABILITATES.test(verb) ||
        (TAKES_IN.test(verb) && HEALED.test(verb)))) ||
    (quantity?.unit === "PLACE_PER_YEAR" && HEALED.test(plain.slice(clause.start, clause.end)));
  const isMedical =
    quantity?.unit === "PERSON" &&
    verb.search(TRAINS) < 0 &&
    (MEDICAL.test(plain.slice(suggestion.start, suggestion.end + 12)) ||
      CIVIL.test(plain.slice(suggestion.start, Math.min(clause.end, suggestion.end + NEAR))));
  const isHosted = HOSTS.test(verb) && (quantity?.unit === "AIRCRAFT" || quantity?.unit === "SHIP");
  const isAgainst = AGAINST.test(plain.slice(Math.max(0, suggestion.start - NEAR), suggestion.start));
  const named = near.filter(({ kind, end }) => kind !== "BASING_HOST_NATION" || end <= suggestion.end);
  const counted = isAgainst
    ? "SANCTIONS"
    : isHealed || isMedical
      ? "OTHER"
      : isHosted
        ? "BASING_HOST_NATION"
        : quantity
          ? kindOfCounted(
              quantity.unit,
              named,
              verb,
              plain.slice(suggestion.start, suggestion.end),
              /(?:headquarters|(?<![\p{L}])HQ(?![\p{L}])|planning staff|command (?:cell|post|element|structure)|(?:to|at|in|into) (?:the |its |our |\p{Lu}{2,}(?:'s)? )?command(?! of)|état-major|quartier général|commandement|штаб|командуванн)/iu.test(
                // "It will assign a hundred officers there": the place is named before.
                plain.slice(THERE.test(verb) ? Math.max(0, clause.start - BEFORE) : clause.start, clause.end),
              ),
            )
          : (priced[0]?.kind ?? made?.kind ?? "FUNDING");
  // "a shelter", "ще один дитячий садок": a place has no amount.
  const isPlace = counted === "RECONSTRUCTION_SECURITY" && quantity?.max === 1;
  return {
    kind: counted,
    domain: domainOfKind(counted),
    quantity: isPlace ? null : quantity,
    money: suggestion.type === "money" ? suggestion.value : null,
    what: near[0] ? { start: near[0].start, end: near[0].end } : null,
    amount: isPlace ? [] : spans,
  };
}

/** Things without a number: the first, and those that "and" adds; before the first amount where there is one. */
function unnumbered(
  zone: TextSpan,
  amounts: readonly ClauseAmount[],
  free: readonly NamedKind[],
  plain: string,
): PledgedItem[] {
  const first = amounts[0]?.suggestion.start;
  const kept: NamedKind[] = [];
  // Aid without a sum promises nothing definite; where a sum can't be read, a person is asked.
  const hasNumber = NUMBER.test(plain.slice(zone.start, zone.end));
  const isFor = ({ start }: NamedKind): boolean =>
    FOR_IT.test(plain.slice(Math.max(zone.start, start - NEAR), start));
  const given = free.some((one) => !isFor(one)) ? free.filter((one) => !isFor(one)) : free;
  const isFund = SETS_UP.test(plain.slice(Math.max(0, zone.start - 4), zone.end));
  for (const one of given.filter(({ kind }) => kind !== "FUNDING" || hasNumber || isFund)) {
    const last = kept.at(-1);
    if (last && (last.kind === one.kind || !JOINED.test(plain.slice(last.end, one.start)))) continue;
    kept.push(one);
  }
  const last = kept.at(-1);
  // "satellite imagery and up to 40 observers"; but of "train 40 soldiers" the verb is no thing of its own.
  if (first !== undefined && (!last || !JOINED.test(plain.slice(last.end, first)))) return [];
  return kept.map(({ start, end, kind }) => ({
    ...{ kind, domain: domainOfKind(kind), quantity: null, money: null },
    what: { start, end },
    amount: [],
  }));
}

/** "open a port for the ships of the mission": to whom. */
const FOR_IT =
  /(?<![\p{L}])(?<!(?:pay(?:s|ing)?|paid|bill|facture) )(?:for|pour|для)(?: the| les?| la| l'| des)?(?: [\p{L}-]+)? $/iu;
