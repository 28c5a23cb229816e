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

export interface FoundPlace {
  kind: PlaceKind;
  /** Of this site. */
  href: string;
  title: string;
  /** What tells it from others of its name: a reference, a code, whose view it is. */
  detail: string | null;
}

/** Those that are looked up, and go by a reference or a code. */
export const isRecordKind = (kind: PlaceKind): boolean => !["ACTION", "PAGE", "VIEW"].includes(kind);

/** Of each kind, as many as one reads through. */
export const MOST_PLACES = 8;

/** Those that have every word of `q`, the best first; of `other` names, any may have it. No words: all of them, as they come. */
export function placesFound<T extends FoundPlace>(
  places: readonly T[],
  q: string | null,
  other: (place: T) => readonly string[] = () => [],
): T[] {
  const words = wordsOf(q ?? "");
  if (words.length === 0) return [...places];
  return places
    .map((place) => ({ place, rank: rankOf(place, words, other(place)) }))
    .filter(({ rank }) => rank < NOWHERE)
    .sort((a, b) => a.rank - b.rank)
    .map(({ place }) => place);
}

/** The kinds that were found, the one with the best of them first; those as good as each other as they stand. */
export function kindsFound(places: readonly FoundPlace[], q: string): PlaceKind[] {
  const words = wordsOf(q);
  const best = (kind: PlaceKind): number =>
    Math.min(...places.filter((place) => place.kind === kind).map((place) => rankOf(place, words, [])));
  const found = PLACE_KINDS.filter((kind) => places.some((place) => place.kind === kind));
  if (words.length === 0) return found;
  return found
    .map((kind) => ({ kind, rank: best(kind) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ kind }) => kind);
}

const NOWHERE = 5;

/** A code that is typed whole means its record; then what begins so, by its name or its reference. */
function rankOf(
  { kind, title, detail }: FoundPlace,
  words: readonly string[],
  other: readonly string[],
): number {
  const [name, called] = [plain(title), plain(detail ?? "")];
  const rest = plain([called, ...other].join(" "));
  const whole = words.join(" ");
  if (isRecordKind(kind) && called === whole) return 0;
  if (isRecordKind(kind) && called.startsWith(whole)) return 1;
  const ranks = words.map((word, index) => {
    if (index === 0 && name.startsWith(word)) return 1;
    if (` ${name}`.includes(` ${word}`)) return 2;
    if (` ${rest}`.includes(` ${word}`)) return 3;
    return name.includes(word) || rest.includes(word) ? 4 : NOWHERE;
  });
  return Math.max(...ranks);
}

const wordsOf = (q: string): string[] => plain(q).split(/\s+/).filter(Boolean);

/** As people type it: without accents, in small letters, whatever stands between words as a space. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
