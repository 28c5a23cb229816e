// Where one can go to, found by some of its words: what begins with them before what has them further in.
export const PLACE_KINDS = [
  "ACTION",
  "PAGE",
  "VIEW",
  "PLEDGE",
  "PARTICIPANT",
  "TRIGGER",
  "REQUIREMENT",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export interface Place {
  kind: PlaceKind;
  /** Of this site. */
  href: string;
  title: string;
  /** What tells it from others of its name: a reference, a code, whose view it is. */
  detail: string | null;
}

/** Of each kind, as many as one reads through. */
export const MOST_PLACES = 8;

/** Those that have every word of `q`, the best first; of `other` names, any may have it. No words: all of them, as they come. */
export function placesFound<T extends Place>(
  places: readonly T[],
  q: string | null,
  other: (place: T) => readonly string[] = () => [],
): T[] {
  const words = plain(q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  if (words.length === 0) return [...places];
  return places
    .map((place) => ({ place, rank: rankOf(place, words, other(place)) }))
    .filter(({ rank }) => rank < NOWHERE)
    .sort((a, b) => a.rank - b.rank)
    .map(({ place }) => place);
}

const NOWHERE = 4;

function rankOf({ title, detail }: Place, words: readonly string[], other: readonly string[]): number {
  const [name, rest] = [plain(title), plain([detail ?? "", ...other].join(" "))];
  const ranks = words.map((word, index) => {
    if (index === 0 && name.startsWith(word)) return 0;
    if (` ${name}`.includes(` ${word}`)) return 1;
    if (` ${rest}`.includes(` ${word}`)) return 2;
    return name.includes(word) || rest.includes(word) ? 3 : NOWHERE;
  });
  return Math.max(...ranks);
}

/** As people type it: without accents, in small letters, whatever stands between words as a space. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
