// Whether two titles say the same, by the beginnings of their words.
import { plainWords } from "../base/listing";

/** Whether most words of the title on record are said. */
export function isNear(said: ReadonlySet<string>, title: ReadonlySet<string>): boolean {
  const shared = [...title].filter((stem) => said.has(stem)).length;
  return shared >= FEWEST_WORDS && shared / title.size >= MOST_OF_IT;
}

const FEWEST_WORDS = 2;
const MOST_OF_IT = 0.6;

/** Beginnings of words: "training" and "trained", "навчання" and "навчить" are one. */
export const stemsOf = (text: string): Set<string> =>
  new Set(
    plainWords(text)
      .split(" ")
      .filter((word) => word.length >= SHORTEST_WORD || /^\d+$/.test(word))
      .map((word) => word.slice(0, STEM)),
  );

const SHORTEST_WORD = 4;
const STEM = 5;
