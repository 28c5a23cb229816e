// The noun a number counts: the first one after it, past its modifiers.
import type { Unit } from "../../pledge/quantity";
import { isArticleAt, type StatedNumber } from "./stated-number";
import { modifierAt } from "./modifiers";
import { isDash, isHyphen, keysOf, phraseAt, phrases, type TextToken } from "./tokens";
import { wordKey } from "../cells/cell";
import { monthNamed } from "../cells/day";
import { MAY_BE_MODIFIER, ONLY_IN_CELLS, SINGULAR, unitAt, type Counted } from "./units";
import { fixed, ONE, type Fixed } from "./digits";

const MOST_MODIFIERS = 6;

/** The unit counted by a number that ends before `to`, and the token after it. Null: too many readings. */
export function countedAfter(
  tokens: readonly TextToken[],
  { to, last, low, number }: Pick<StatedNumber, "to" | "last" | "low" | "number">,
): { unit: Unit; to: number } | null {
  if (last.hasLetter) return null;
  const isArticle = isArticleAt(tokens, { number, last });
  const found = nounAfter(tokens, to, { joins: last.scale > ONE, count: low, isArticle });
  return found && isArticle && !WHOLE.has(found.unit) && !isOneOf(tokens, to, found) ? null : found;
}

/** "a soldier", "un système": an article counts only units that are pledged whole. */
const WHOLE: ReadonlySet<Unit> = new Set(["COMPANY", "BATTALION", "BRIGADE", "AIRCRAFT", "SHIP"]);

/** "an IRIS-T battery", "un système SAMP/T": one by its name; but not "a system of guarantees". */
function isOneOf(
  tokens: readonly TextToken[],
  from: number,
  { unit, to }: { unit: Unit; to: number },
): boolean {
  if (unit !== "SYSTEM") return false;
  if (tokens.slice(from, to).some(({ key }) => COUNTED_ALONE.test(key))) return true;
  const near = tokens.slice(from, to + 1).filter((one, place) => place === 0 || !one.first);
  return near.some(({ text }) => /^\p{Lu}[\p{L}\d]/u.test(text));
}

/** Unlike "a system", these are one wherever they are named. */
const COUNTED_ALONE = /^(?:battery|batterie|launcher|lanceur|howitzer|obusier|radar|simulator|simulateur)$/u;

/** Things known only by their kind, by the position where their words begin. */
export type NamedThings = ReadonlyMap<number, { end: number; unit: Unit }>;

/** "two of the Navy's training ships", "six Mirage 2000-5": no unit is known, but a thing is. */
export function thingAfter(
  tokens: readonly TextToken[],
  { to, last, number, low }: Pick<StatedNumber, "to" | "last" | "number" | "low">,
  things: NamedThings | null,
): { unit: Unit; to: number } | null {
  if (things === null || last.hasLetter || isArticleAt(tokens, { number, last })) return null;
  let of = false;
  // "two of the Navy's minesweepers".
  const whose = /^(?:of|de|d'|з|із)$/.test(tokens[to]?.key ?? "")
    ? tokens
        .slice(to + 1, to + 4)
        .findIndex(
          ({ key }) =>
            !/^(?:the|our|your|its|their|my|his|her|les|vos|nos|ses|leurs|mes|наших|своїх|\p{L}+'s)$/u.test(
              key,
            ),
        )
    : -1;
  if (whose > 0) {
    const known = nounAfter(tokens, to + 1 + whose, { joins: false, count: low, isArticle: false });
    if (known) return known;
  }
  for (let at = to; at <= to + MOST_MODIFIERS; at += 1) {
    const token = tokens[at];
    if (!token || token.first || (at === to && token.glued) || NO_THING.test(token.key)) return null;
    // "30 avril": a day.
    if (at === to && monthNamed(token.key) !== null) return null;
    const thing = things.get(token.start);
    const end = thing ? tokens.findIndex(({ start }, place) => place > at && start >= thing.end) : -1;
    const behind = end < 0 ? tokens.length : end;
    if (thing && of) return { unit: "PERSON", to: behind };
    // "100 Ukrainian railway engineers".
    // "24 railway wagons"; "200 children", which a table's cell alone would count.
    const known = at <= to + MOST_BEFORE_PEOPLE ? unitAt(tokens, at) : null;
    const words = known ? wordsOf(tokens, at, known) : "";
    const isCounted =
      at === to
        ? CIVILIANS.has(words)
        : known?.unit === "PERSON" ||
          (HARDWARE.has(known?.unit ?? "") &&
            !SINGULAR.has(words) &&
            !ONLY_IN_CELLS.has(words) &&
            !NOT_HARDWARE.test(words) &&
            !of);
    if (known && isCounted && isHead(tokens, at, known)) return { unit: known.unit, to: at + known.length };
    if (thing && isOwnHead(tokens, behind))
      return thing.unit === "PERSON" ? null : { unit: thing.unit, to: behind };
    const heads = [1, 2, 3].find((more) => isOwnHead(tokens, behind + more));
    if (thing && /^\p{Lu}/u.test(token.text) && heads !== undefined)
      return { unit: thing.unit, to: behind + heads };
    if (token.is === "sign" || (token.is === "mark" && !(token.glued && /^[-/]$/.test(token.text))))
      return null;
    if (STOPS.test(token.key)) return null;
    if (!/^(?:of|de|d'|des|du|з|із)$/.test(token.key)) continue;
    if (at > to && !MEMBERS.test(tokens[at - 1]?.key ?? "")) return null;
    of = at > to;
  }
  return null;
}

/** In "two drone factories", no drone is counted. */
function isOwnHead(tokens: readonly TextToken[], at: number): boolean {
  const next = tokens[at];
  if (!next || next.first) return true;
  if (next.is === "mark") return !next.glued || !isDash(next);
  return (
    next.is === "number" || FOLLOWS.has(next.key) || GOES_ON.test(next.key) || FRENCH_ADJECTIVE.test(next.key)
  );
}
/** After its noun: "caméras thermiques". */
const FRENCH_ADJECTIVE =
  /(?:iques|ifs|ives|aux|ales|és|ées|ants|antes|aires|oires|elles|euses|oises|aises|ennes|ables|ibles|mobiles|lourde?s|légers|légères)$/u;
const MOST_BEFORE_PEOPLE = 3;
const HARDWARE: ReadonlySet<string> = new Set(["SYSTEM", "AIRCRAFT", "SHIP", "ROUND"]);
/** "two rail terminals" are places. */
const NOT_HARDWARE = /terminal|terminaux/u;
const CIVILIANS: ReadonlySet<string> = new Set(
  "children|students|veterans|lawyers|mentors|enfants|élèves|étudiants|vétérans|juristes|agents|дітей|студентів|учнів"
    .split("|")
    .map(wordKey),
);
/** The counted noun doesn't come after these. */
const STOPS =
  /^(?:and|or|but|to|for|in|on|at|with|by|from|until|which|who|that|et|ou|mais|à|au|aux|pour|dans|en|sur|avec|par|qui|que|dont|і|й|та|або|для|до|на|від|під|які|що)$/u;
const MEMBERS = /^(?:members?|personnel|membres?|hommes|représentants)$/u;
/** They count something else. */
const NO_THING =
  /^(?:на|для|до|від|за|про|через|після|при|for|to|at|à|sur|dans|years?|months?|weeks?|days?|hours?|minutes?|per|percent|cent|mm|мм|cm|km|kilomet\p{L}+|met(?:er|re)s?|tons?|tonnes?|states?|countries|nations?|governments?|ministers?|partners?|allies|parties|times|conditions?|points?|paragraphs?|cities|regions?|packages?|batches|tranches?|shipments?|deliveries|sets?|kinds?|types?|forms?|contributions?|phases?|stages?|waves?|programmes?|programs?|projects?|contracts?|factories|plants?|lines?|cent(?:er|re)s?|sites?|bases?|thirds?|quarters?|million|billion|ans?|années?|mois|semaines?|jours?|heures?|pour|pays|états?|gouvernements?|partenaires|alliés|fois|villes?|régions?|paquets?|lots?|livraisons?|programmes?|projets?|contrats?|usines?|centres?|phases?|étapes?|vagues?|millions?|milliards?|euros?|dollars?|рок\p{L}*|років|місяц\p{L}*|тижн\p{L}*|дн(?:і|ів)|годин\p{L}*|відсот\p{L}*|країн\p{L}*|держав\p{L}*|партнер\p{L}*|союзник\p{L}*|раз(?:и|ів)?|міст|областей|пакет\p{L}*|парті\p{L}*|проєкт\p{L}*|контракт\p{L}*|завод\p{L}*|центр\p{L}*|етап\p{L}*|млн|млрд|мільйон\p{L}*|мільярд\p{L}*|євро|км|тонн\p{L}*)$/u;

interface Before {
  /** "de" may precede it, as after "milliers". */
  joins: boolean;
  /** How many; null: no number. */
  count: Fixed | null;
  isArticle: boolean;
}

export function nounAfter(
  tokens: readonly TextToken[],
  to: number,
  { joins, count, isArticle }: Before,
): { unit: Unit; to: number } | null {
  let at = to + (joins && /^(?:de|d')$/.test(tokens[to]?.key ?? "") ? 1 : 0);
  const from = at;
  for (let passed = 0; passed <= MOST_MODIFIERS; passed += 1) {
    const token = tokens[at];
    if (!token || token.first || (at === to && token.glued)) return null;
    const counted = unitAt(tokens, at);
    const isFrench = isArticle && /^une?$/.test(tokens[to - 1]?.key ?? "");
    if (counted && (isFrench || isHead(tokens, at, counted))) {
      const end = endOfNoun(tokens, at + counted.length);
      return end !== null && isUsual(tokens, from, at, counted, count)
        ? { unit: counted.unit, to: end }
        : null;
    }
    const length =
      modifierAt(tokens, at) || (counted && mayDescribe(tokens, at, counted) ? counted.length : 0);
    if (length === 0) return null;
    at += length;
  }
  return null;
}

const wordsOf = (tokens: readonly TextToken[], at: number, { length }: Counted): string =>
  wordKey(keysOf(tokens, at, at + length));

const mayDescribe = (tokens: readonly TextToken[], at: number, counted: Counted): boolean =>
  MAY_BE_MODIFIER.has(wordsOf(tokens, at, counted));

/** In "fighter pilots", "fighter" isn't counted. */
function isHead(tokens: readonly TextToken[], at: number, counted: Counted): boolean {
  if (!mayDescribe(tokens, at, counted)) return true;
  const next = tokens[at + counted.length];
  if (!next || next.first) return true;
  if (next.is === "mark") return !next.glued || !isDash(next);
  return next.is === "word" && (FOLLOWS.has(next.key) || GOES_ON.test(next.key));
}

/** A verb; or, after a genitive plural, a word that can't agree with it. */
const GOES_ON = /(?:ed|ront|rait|raient|уть|ють|ать|ять|[аеиіоуюя])$/u;

/** A compound's middle is no end; but "літаків-винищувачів" are aircraft. */
function endOfNoun(tokens: readonly TextToken[], at: number): number | null {
  if (!isHyphen(tokens, at)) return tokens[at]?.glued && tokens[at].is !== "mark" ? null : at;
  return /^\p{Script=Cyrillic}/u.test(tokens[at + 1]?.text ?? "") ? at + 2 : null;
}

/** False: the words more often count something that the register doesn't. */
function isUsual(
  tokens: readonly TextToken[],
  from: number,
  at: number,
  counted: Counted,
  count: Fixed | null,
): boolean {
  const words = wordsOf(tokens, at, counted);
  const end = at + counted.length;
  const isNamed = words === "fighters" && at > from && /^\p{Lu}/u.test(tokens[at - 1]?.text ?? "");
  if (
    (ONLY_IN_CELLS.has(words) && !isNamed) ||
    (SINGULAR.has(words) && count !== null && !takesSingular(count, words))
  )
    return false;
  // A small number of rounds means talks.
  if (words === "rounds" || words === "round")
    return phraseAt(tokens, end, AMMUNITION) > 0 || at > from || (count !== null && count >= MANY);
  if (counted.unit === "COMPANY") {
    const near = tokens.slice(Math.max(0, from - NEAR), end + NEAR).map(({ key }) => key);
    const isFrom = count === ONE && /^(?:from|based|called|named)$/.test(tokens[end]?.key ?? "");
    return !isFrom && !near.some((key) => BUSINESS.test(key));
  }
  return !(count === ONE && BY_SAYING.test(tokens[end]?.key ?? ""));
}

/** "двадцять один танк". */
const takesSingular = (count: Fixed, words: string): boolean =>
  count === ONE || (/^\p{Script=Cyrillic}/u.test(words) && count % fixed(10) === ONE);

const MANY = fixed(100);
const NEAR = 12;
const AMMUNITION = phrases(
  "of ammunition|of artillery ammunition|of tank ammunition|ammunition|of artillery|per",
);
const BUSINESS =
  /^(?:industr|entrepris|compan(?:y|ies)['’]s|contract|invest|produc|manufactur|business|firm|market|secteur|sector|insur|assur|aérien|privat|privé|tech|energy|énergi|shipping|ventures?$|repair|construct|softw|shipbuild|shipyard|start-?up|owned|maker|fabricant|constructeur)/u;
const BY_SAYING = /^(?:said|says|told|was|a dit|сказав|заявив)$/u;

const FOLLOWS = new Set(
  [
    "and or but to for in on at of with by as from until once if when after before during within so instead towards despite while where which who that whose will would could can may might should shall must have has had are is were was be been into through along under over against across around near inside outside per each more plus not also only both ready available already today later soon immediately too there here then straight alongside instead shortly temporarily permanently initially now currently this next every worth via without because unless provided subject is",
    "et ou mais à au aux pour dans en sur avec par de du des d' qui que dont supplémentaires additionnels neufs neuves modernisés ukrainiens ukrainiennes danois danoises norvégiens norvégiennes suédois suédoises polonais belges britanniques allemands allemandes italiens italiennes espagnols néerlandais canadiens canadiennes roumains finlandais tchèques grecs grecques portugais lituaniens lettons estoniens turcs dès après avant si sera seront sont est ont a afin lorsque quand français ne n' se s' partent arrivent rejoignent partiront arriveront rejoindront y en lui elle il là plus ensuite aussitôt immédiatement également déjà ainsi pendant avant",
    "і й та або чи але в у на до для з із зі від під при після до якщо коли що які який яка за по не як щодо через протягом для над проти між заради замість крім окрім без біля навколо разом буде будуть є вже можуть може має мають зможуть",
  ]
    .join(" ")
    .split(" "),
);
