// "The prime minister", after "the Prime Minister of Spain": whose office it is, if the text says it first.
import { matchesIn } from "../../../base/sentences";
import type { NamedSpan } from "../../names";

/** The country of an office, by its key. */
export type Offices = ReadonlyMap<string, string>;

const KEYS: readonly (readonly [key: string, pattern: RegExp])[] = [
  ["premier", /prime minister|premier|прем'єр/iu],
  ["president", /president|président|президент/iu],
  ["chancellor", /chancellor|chancelier|канцлер/iu],
  ["minister", /minister|ministre|міністр/iu],
];
export const officeIn = (words: string): string | undefined =>
  KEYS.find(([, pattern]) => pattern.test(words))?.[0];

/**
 * One country alone must hold it. If someone speaks, it must be named at its first mention, and the text must
 * name an office of the speaker's too: otherwise "the Prime Minister" is the speaker's.
 */
export function officesIn(plain: string, names: readonly NamedSpan[], speaker: string | null): Offices {
  const found = new Map<string, string | null>();
  const first = new Map<string, number>();
  for (const { index, 0: words } of matchesIn(plain, OFFICE)) {
    const key = officeIn(words);
    if (key === undefined) continue;
    const end = index + words.length;
    const owner = names.find(
      ({ start, end: to, people }) =>
        (start >= end && start - end < NEAR && OF.test(plain.slice(end, start))) ||
        (people && to < index && index - to < NEAR && /^ (?:\p{L}+ )?$/u.test(plain.slice(to, index))),
    );
    if (!first.has(key)) first.set(key, owner ? 1 : 0);
    if (!owner) continue;
    const known = found.get(key);
    found.set(key, known === undefined || known === owner.code ? owner.code : null);
  }
  if (speaker !== null && ![...found.values()].includes(speaker)) return new Map();
  return new Map(
    [...found].flatMap(([key, code]) =>
      code !== null && (speaker === null || first.get(key) === 1) ? [[key, code] as const] : [],
    ),
  );
}
const NEAR = 40;
const OFFICE =
  /(?<![\p{L}])(?:prime minister|president|chancellor|minister|premier(?:e)? ministre|première ministre|président\p{L}*|chancelier|ministre|прем'єр(?:-міністр)?\p{L}*|президент\p{L}*|канцлер\p{L}*|міністр\p{L}*)(?![\p{L}])/giu;
const OF =
  /^(?: (?:for|of|de la|de|du|des|d'|оборони|закордонних справ|of (?:Defence|Foreign Affairs))(?: |(?<=')))?(?:\p{L}+ (?:of|de|d') ?)?(?: ?(?:the |la |l'|les ))? ?$/iu;
