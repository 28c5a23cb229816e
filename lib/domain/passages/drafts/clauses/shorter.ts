// "two and four ships respectively": the first of them is said without its unit.
import { type TextSpan, matchesIn } from "../../../base/sentences";
import { amountsIn } from "../../amounts";
import type { Suggestion } from "../../suggestion";

/** The number before "and", with the unit of the number after it. */
export function shorter(text: string, found: Suggestion): { suggestion: Suggestion; spans: TextSpan[] }[] {
  const ahead = /^(.*?),? (?:and|et|та|і|й|&) $/su.exec(
    text.slice(Math.max(0, found.start - 60), found.start),
  );
  if (ahead?.[1] === undefined) return [];
  const lead = ahead[1];
  const words = text.slice(found.start, found.end);
  const whole = matchesIn(lead, /(?<![\p{L}\d.,])[\p{L}\d]/gu)
    .slice(-MOST_NUMBER_WORDS)
    .flatMap(({ index }) => {
      const first = lead.slice(index);
      // "quatre mille … soldats", "1.2 … billion kroner".
      return matchesIn(words, /[\s\u00a0]/gu).flatMap(({ index: rest }) => {
        const said = `${first}${words.slice(rest)}`;
        const [one] = amountsIn(said, []);
        return one?.start === 0 && one.end === said.length ? [{ one, first, rest }] : [];
      });
    })[0];
  if (!whole) return [];
  const { one, first, rest: cut } = whole;
  const start = found.start - ahead[0].length + lead.length - first.length;
  return [
    {
      suggestion: { ...one, start, end: found.end },
      spans: [
        { start, end: start + first.length },
        { start: found.start + cut + 1, end: found.end },
      ],
    },
  ];
}
const MOST_NUMBER_WORDS = 4;
