// How much: figures with what they count or cost, read as a spreadsheet's cell would be, and sizes that are words alone.
import { amountIn } from "../cells/amount";
import { unitNamed } from "../cells/unit";
import type { Quantity, Unit } from "../quantity";
import { LANGUAGES } from "./rules";
import { Taken, type Span } from "./sentences";
import { spansOf, type Suggestion } from "./suggestion";

/** `taken`: places that are something else, as days. */
export function amountsIn(text: string, taken: readonly Span[]): Suggestion[] {
  const places = new Taken(text, taken);
  const found: Suggestion[] = [];
  for (const one of [
    ...figuresIn(text),
    ...writtenOut(text),
    ...inWords(text),
    ...sealedIn(text),
    ...unnumbered(text),
  ]) {
    if (places.has(one)) continue;
    places.add(one);
    found.push(one);
  }
  return found;
}

interface Word extends Span {
  word: string;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({ start: index, end: index + word.length, word }));

const MOST_BEFORE = 3;
const MOST_AFTER = 4;
/** No amount is longer; and a text with more figures is a table, for which there is the import. */
const LONGEST = 80;
const MOST_FIGURES = 2_000;

/** Around each figure, the longest stretch that reads as an amount of something. */
function figuresIn(text: string): Suggestion[] {
  const words = wordsOf(text);
  const found: Suggestion[] = [];
  let figures = 0;
  for (const [at, { word, start }] of words.entries()) {
    if (!/\d/.test(word) || start < (found.at(-1)?.end ?? 0)) continue;
    figures += 1;
    if (figures > MOST_FIGURES) break;
    for (const stretch of stretches(words, at)) {
      const best = readAt(text, stretch);
      if (!best) continue;
      found.push(best);
      break;
    }
  }
  return found;
}

/** The longest first; none runs over a comma, a full stop or the like in its middle. */
function stretches(words: readonly Word[], at: number): Span[] {
  const spans: Span[] = [];
  for (let before = 0; before <= MOST_BEFORE; before += 1)
    for (let after = 0; after <= MOST_AFTER; after += 1) {
      const inside = words.slice(Math.max(0, at - before), at + after + 1);
      const [first, last] = [inside[0], inside.at(-1)];
      if (!first || !last || at - before < 0 || at + after >= words.length) continue;
      if (
        inside
          .slice(0, -1)
          .some(({ word }) => /[.,;:!?)]$/.test(word) && !/^(?:c|ca|approx|env)\.$/i.test(word))
      )
        continue;
      spans.push({
        start: first.start + (/^["“„«(]+/.exec(first.word)?.[0].length ?? 0),
        end: last.end - (/[.,;:!?)"”»’]+$/.exec(last.word)?.[0].length ?? 0),
      });
    }
  return spans.sort((a, b) => b.end - b.start - (a.end - a.start));
}

function readAt(text: string, span: Span): Suggestion | null {
  const words = text.slice(span.start, span.end);
  // A figure alone is nothing.
  if (words.length > LONGEST || !/[\p{L}\p{Sc}]/u.test(words)) return null;
  for (const one of [words, withoutAdjectives(words)]) {
    const read = one === null ? null : amountIn(one, "");
    if (!read?.ok) continue;
    const { quantity, money } = read.value;
    if (money) return { ...span, type: "money", value: money };
    if (quantity.unit !== null && quantity.kind !== "QUALITATIVE" && quantity.kind !== "NOT_STATED")
      return { ...span, type: "quantity", value: { ...quantity, asStated: words } };
  }
  return null;
}

/** "6,000 French troops" counts troops. */
function withoutAdjectives(words: string): string | null {
  const parts = words.split(/\s+/);
  const figure = parts.findLastIndex((part) => /\d/.test(part));
  const [last] = parts.slice(-1);
  const between = parts.slice(figure + 1, -1);
  if (between.length === 0 || between.length > 2 || !last || unitNamed(last) === null) return null;
  if (between.some((part) => !/^[\p{L}-]+$/u.test(part) || JOINING.test(part))) return null;
  return [...parts.slice(0, figure + 1), last].join(" ");
}

const JOINING = /^(?:and|or|of|to|for|in|with|by|from|the|a|an|which|that|et|ou|de|und|oder|von|та|і|або)$/iu;

const NUMERALS = "one two three four five six seven eight nine ten eleven twelve"
  .split(" ")
  .map((word, index) => [word, ...LANGUAGES.map(({ numerals }) => numerals[index])].join("|"));
const UNIT_WORDS = String.raw`[\p{L}-]+(?: [\p{L}-]+){0,2}`;

/** "one company", "two mine-clearing battalions". */
function writtenOut(text: string): Suggestion[] {
  return spansOf(
    text,
    new RegExp(String.raw`(?<![\p{L}-])(?:${NUMERALS.join("|")}) ${UNIT_WORDS}`, "giu"),
  ).flatMap(({ start, words }) => {
    const [numeral = "", ...rest] = words.split(" ");
    const counted = unitAtEnd(rest);
    if (!counted) return [];
    const n = NUMERALS.findIndex((forms) => new RegExp(`^(?:${forms})$`, "iu").test(numeral)) + 1;
    const asStated = [numeral, ...rest.slice(0, counted.words)].join(" ");
    const value: Quantity = { kind: "EXACT", min: n, max: n, unit: counted.unit, asStated };
    return [{ start, end: start + asStated.length, type: "quantity" as const, value }];
  });
}

const VAGUE =
  "several thousand|several hundred|several dozen|a few thousand|a few hundred|a few dozen|many thousands of|tens of thousands of|hundreds of|thousands of|dozens of|several|a few|a number of|plusieurs milliers de|plusieurs centaines de|mehrere tausend|mehrere hundert|кілька тисяч|кілька сотень|" +
  LANGUAGES.map(({ vague }) => vague).join("|");

/** "several hundred soldiers": a size in words, and nothing more exact is made of it. */
function inWords(text: string): Suggestion[] {
  return spansOf(text, new RegExp(String.raw`(?<![\p{L}-])(?:${VAGUE}) ${UNIT_WORDS}`, "giu")).flatMap(
    ({ start, words }) => {
      const vague = VAGUE.split("|").find((one) => words.toLowerCase().startsWith(`${one} `));
      if (vague === undefined) return [];
      const counted = unitAtEnd(words.slice(vague.length + 1).split(" "));
      if (!counted) return [];
      const end = start + vague.length + 1 + counted.length;
      const asStated = words.slice(0, vague.length).replace(/ (?:of|de)$/, "");
      const value: Quantity = { kind: "QUALITATIVE", min: null, max: null, unit: counted.unit, asStated };
      return [{ start, end, type: "quantity" as const, value }];
    },
  );
}

/** The first of these words that is counted in, and how far it reaches. */
function unitAtEnd(words: readonly string[]): { unit: Unit; words: number; length: number } | null {
  for (let count = 1; count <= words.length; count += 1) {
    const inside = words.slice(0, count);
    if (inside.slice(0, -1).some((word) => JOINING.test(word))) return null;
    const unit = unitNamed(inside.at(-1) ?? "");
    if (unit) return { unit, words: count, length: inside.join(" ").length };
  }
  return null;
}

const SIZE = String.raw`(?:size|number|numbers|figure|figures|strength|scale)`;
const SEALED = new RegExp(
  String.raw`\b(?:keeps?|kept|keeping) (?:the|its|their|this) ${SIZE}[^.,;]{0,40}? (?:to itself|to themselves|secret|confidential|sealed)` +
    String.raw`|\b(?:will not|would not|did not|does not|declined to|refused to) (?:give|name|disclose|say|state|publish|reveal) (?:the |its |a |any )?${SIZE}\b`,
  "giu",
);

const sealedIn = (text: string): Suggestion[] =>
  [SEALED, ...LANGUAGES.map(({ sealed }) => sealed)]
    .flatMap((pattern) => spansOf(text, pattern))
    .map(({ start, end }) => ({
      start,
      end,
      type: "quantity",
      value: { kind: "SEALED", min: null, max: null, unit: "PERSON", asStated: null },
    }));

/** "Gripen aircraft": what, and not how many. The name stands inside a sentence and isn't that of a people. */
const MODEL = /(?<=[\p{Ll},;] )\p{Lu}[\p{L}\d-]{1,40}(?: \p{Lu}?[\d-]{1,10}\w{0,10})? (\p{Ll}{1,40})/gu;

function unnumbered(text: string): Suggestion[] {
  return [MODEL, ...LANGUAGES.map(({ model }) => model)]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(({ index, 0: words, 1: noun = "" }) => {
      const unit = unitNamed(noun);
      const isThing = unit !== null && ["AIRCRAFT", "SHIP", "SYSTEM", "ROUND"].includes(unit);
      if (!isThing || ADJECTIVE.test(words)) return [];
      const value: Quantity = { kind: "NOT_STATED", min: null, max: null, unit, asStated: null };
      return [{ start: index, end: index + words.length, type: "quantity" as const, value }];
    });
}

const ADJECTIVE =
  /^(?:\p{Lu}\p{L}*(?:ish|ian|ean|ese)|French|Dutch|Greek|Czech|German|Croat|Slovak|American|Western|Soviet) /u;
