// "raise the number of instructors to 240", "porter à 3 500 le nombre de soldats formés": what a number rises to is pledged.
import { unitNamed } from "../../import/amounts/units";
import { type TextSpan, matchesIn } from "../../base/sentences";
import { amountsIn } from "../amounts";
import type { Suggestion } from "../suggestion";

export function risenIn(plain: string, { start, end }: TextSpan): Suggestion | null {
  const words = plain.slice(start, end);
  const behind = BEHIND.exec(words);
  if (behind) return readAs(words, start, behind, behind[1] ?? "", behind[2] ?? "");
  const of = OF_WHAT.exec(words);
  if (!of) return null;
  const noun = of[1]?.split(/[ -]/u).find((one) => unitNamed(one) !== null);
  if (noun === undefined) return null;
  for (const found of matchesIn(words, TO)) {
    const read = readAs(words, start, found, noun, found[1] ?? "");
    if (read) return read;
  }
  return null;
}

function readAs(
  words: string,
  start: number,
  { index, 0: whole }: RegExpExecArray,
  noun: string,
  number: string,
): Suggestion | null {
  const [read] = amountsIn(`${number} ${noun}`, []);
  if (read?.type !== "quantity" || read.start !== 0 || read.value.kind !== "EXACT") return null;
  const from = start + words.indexOf(number, index + whole.length - number.length);
  return {
    ...{ start: from, end: from + number.length, type: "quantity" },
    value: { ...read.value, asStated: number },
  };
}

/** "our instructors, sixty in number". */
const BEHIND =
  /(?<![\p{L}])(\p{L}+),? (?:au nombre de|numbering|числом|кількістю) ((?:\d[\d  ]*\d|\d|\p{L}+(?:[ -]\p{L}+){0,3}?))(?=[,.;)]|$)/iu;

/** "a company of 140": no noun follows. */
export function mannedIn(plain: string, { start, end }: TextSpan): Suggestion | null {
  const found = MANNED.exec(plain.slice(start, end));
  if (!found) return null;
  const [, bound = "", number = ""] = found;
  const [read] = amountsIn(`${bound}${number} soldiers`, []);
  const [inFrench] = amountsIn(`${bound}${number} soldats`, []);
  const one = read?.start === 0 ? read : inFrench;
  if (one?.type !== "quantity" || one.start !== 0) return null;
  const to = start + found.index + found[0].length;
  const from = to - bound.length - number.length;
  return { start: from, end: to, type: "quantity", value: { ...one.value, asStated: plain.slice(from, to) } };
}
const MANNED =
  /(?<![\p{L}])(?:company|battalion|unit|team|contingent|detachment|platoon|force|compagnie|bataillon|équipe|unité|détachement|contingent) (?:of |de |d')((?:up to |about |around |some |roughly |at least |environ |quelque |jusqu'à |au moins )?)(\d[\d,  ]*\d|\d)(?=[,.;]|$| (?:will|would|to|could|is|are|for|from|on|in|at|pour|sera|pourra|à|en) )/iu;

const OF_WHAT =
  /(?<![\p{L}])(?:number|nombre|effectifs?|кількість|чисельність|contingent|team|capacity)(?:,? (?:of|de)| d'|)(?= |(?<='))((?:[ -]?[\p{L}']+){1,6})/iu;
const TO =
  /(?<![\p{L}])(?:to|à|до) ((?:\d[\d.,  ]*\d|\d|(?:[\p{L}]+[ -]){0,5}?[\p{L}]+))(?=[,.;)]|$| (?:le nombre|the number|l'effectif|кількість|чисельність|a year|per year|par an|на рік|in|by|from|on|en|dès|d'ici|і|and|et) ?)/giu;
