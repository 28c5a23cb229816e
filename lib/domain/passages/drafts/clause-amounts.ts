// The amounts of one clause: those of the text, and those that only its participants make clear: "200 soldiers each",
// "two and four ships respectively", a Canadian minister's dollars.
import { covers, overlap, type TextSpan } from "../../base/sentences";
import type { Suggestion } from "../suggestion";
import type { Clause } from "./clauses/clause";
import { countedIn } from "./clauses/counted-in";
import { shorter } from "./clauses/shorter";
import { countableIn, type NamedKind } from "./kinds";
import { mannedIn, risenIn } from "./risen";
import { isMadeUpOf, PART_OF } from "./words/explained";
import { withMore, withNouns, withSingles } from "./words/singles";
import { bareSumsIn, ownMoneyOf, PLAIN_MONEY } from "./words/own-money";

export interface FoundInText {
  text: string;
  plain: string;
  speaker: string | null;
  amounts: readonly Suggestion[];
  days: readonly Suggestion[];
  kinds: readonly NamedKind[];
  /** The currency of all sums in the text; null: none, or several. */
  currency: string | null;
  /** Conditions, and asides about the past: no amount in them is promised. */
  asides: readonly TextSpan[];
}

export interface ClauseAmount {
  suggestion: Suggestion;
  spans: TextSpan[];
}

export function amountsOfClause(
  clause: Clause,
  speaker: string | null,
  { text, plain, amounts, days, kinds, currency }: Omit<FoundInText, "speaker" | "asides">,
): ClauseAmount[] {
  const { codes } = clause.who;
  const words = plain.slice(clause.start, clause.end);
  const isEach = codes.length > 1 && words.search(EACH) >= 0;
  const isRate = words.search(RATE) >= 0;
  const owners = speaker === null ? codes : [speaker, ...codes];
  const own = PLAIN_MONEY.test(words) ? ownMoneyOf(owners, words) : {};
  const { respectively } = clause.line.tongue;
  const inOrder = codes.length > 1 && words.search(respectively) >= 0;
  const isPlain =
    !inOrder && !isEach && !isRate && Object.keys(own).length === 0 && words.search(HYPHENED) < 0;
  const all = isPlain ? amounts.filter((one) => covers(clause, one)) : [...again()];
  all.push(
    ...bareSumsIn(words, clause.start, currency).filter((one) => !all.some((other) => overlap(one, other))),
  );
  all.sort((a, b) => a.start - b.start);
  const counted = clause.line.tongue.language === "uk" ? inUkrainian() : all;
  const isPerson = counted.some((one) => one.type === "quantity" && one.value.unit === "PERSON");
  const manned = isPerson ? null : mannedIn(plain, clause);
  const risen = manned ?? (counted.length === 0 ? risenIn(plain, clause) : null);
  const found0 = risen === null ? counted : [...counted.filter((one) => one.type === "money"), risen];
  const whole = found0.filter((one, index) => !isMadeUpOf(text, one, found0[index + 1]));
  // "12 radars, four of which will go to you": a person is asked how many.
  const rest = words.slice((whole.at(-1)?.end ?? clause.end) - clause.start);
  if (PART_OF.test(rest)) whole.pop();
  const isShort = inOrder && whole.length < codes.length;
  const said = whole.flatMap((found) => [
    ...(isShort ? shorter(text, found) : []),
    { suggestion: found, spans: [{ start: found.start, end: found.end }] },
  ]);
  return said.map((one) => asWritten(text, one));

  function inUkrainian(): readonly Suggestion[] {
    // "обіцянка передати …", where it is repeated.
    const said = clause.does === "REPEATS" ? words : clause.cue?.words;
    const found = said || clause.line.isItem ? withNouns(plain, clause, said ?? "", all, days) : all;
    const singles = withSingles(plain, clause, found, days);
    if (clause.does === "REPEATS") return singles;
    return withMore(plain, clause, clause.cue?.start ?? clause.start, singles);
  }
  function again(): Suggestion[] {
    const blank = (one: string): string => " ".repeat(one.length);
    const masked = words
      .replace(RATE, blank)
      // "по 3 мільярди щороку".
      .replace(EACH, (one) => (isEach || (isRate && one === "по") ? blank(one) : one))
      .replace(HYPHENED, (one) => one.replaceAll("-", " "))
      // Separated, "two and four" are two numbers.
      .replace(JOINS, (one) => (inOrder ? ` ;${" ".repeat(one.length - 2)}` : one));
    const taken = days
      .filter((one) => overlap(one, clause))
      .map(({ start, end }) => ({ start: start - clause.start, end: end - clause.start }));
    const things = countableIn(plain, kinds, clause.start);
    return countedIn(masked, taken, [], things, own).map((one) => ({
      ...one,
      start: one.start + clause.start,
      end: one.end + clause.start,
    }));
  }
}

const JOINS = / (?:and|et|та|і|й) /gu;
const EACH = /(?<=[\p{L}\d] )(?:each|apiece|chacune?)(?![\p{L}])|(?<![\p{L}])по(?= )/giu;
const AFTER_MONEY = String.raw`(?:\p{Sc}|(?<![\p{L}])[A-Z]{3}(?= ))(?: ?\d[\d., ]{0,30})?`;
/** Only a currency's code has to be in capitals. */
const anyCase = (words: string): string => `${words}|${words.toUpperCase()}`;
/** "100 millions d'euros par an", "100 M€/an", "$500,000 a year", "EUR 500,000 a year". */
const RATE = new RegExp(
  String.raw`(?<=\p{L}(?<!(?:place|places|trainees|місць|місця))|${AFTER_MONEY})(?: (?:${anyCase("a|per|each|every|par|chaque|на|за")}) |\/)(?:${anyCase("year|annum|month|an|année|mois|рік|місяць")})(?![\p{L}])|` +
    String.raw`(?<=\p{L}(?<!(?:places|місць))|${AFTER_MONEY}) (?:${anyCase("annually|yearly|щороку|щорічно|щомісяця")})(?![\p{L}])`,
  "gu",
);

/** What was blanked for reading is part of the amount's words. */
function asWritten(text: string, { suggestion, spans }: ClauseAmount): ClauseAmount {
  const asStated = spans.map(({ start, end }) => text.slice(start, end)).join(" ");
  if (
    suggestion.type === "quantity" &&
    suggestion.value.asStated !== null &&
    suggestion.value.kind !== "QUALITATIVE"
  )
    return { suggestion: { ...suggestion, value: { ...suggestion.value, asStated } }, spans };
  if (suggestion.type !== "money" || !suggestion.value.asStated) return { suggestion, spans };
  return { suggestion: { ...suggestion, value: { ...suggestion.value, asStated } }, spans };
}

/** "a twelve-million-euro contribution". */
const HYPHENED = /(?<![\p{L}\d.,])[\p{L}\d.,]{1,40}-(?:million|billion)-\p{L}+/giu;
