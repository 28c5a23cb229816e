// Places to go to, found by words. Names that begin with the words come before names that contain them.
import { plainWords } from "../base/listing";

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
  /** A path on this site. */
  href: string;
  title: string;
  /** Distinguishes it from others of the same name: a reference, a code, or a view's owner. */
  detail: string | null;
}

/** Kinds that are records, identified by a reference or a code. */
export const isRecordKind = (kind: PlaceKind): boolean => !["ACTION", "PAGE", "VIEW"].includes(kind);

/** Per kind: as many as a person reads through. */
export const MOST_PLACES = 8;

/**
 * Those that match every word of `q`, the best first. Any of the `other` names may match. Without words: all, in the
 * given order.
 */
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

/** Kinds by their best match; kinds that match equally well stay in the given order. */
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

/** A complete code is an exact match; then come names and references that begin so. */
function rankOf(
  { kind, title, detail }: FoundPlace,
  words: readonly string[],
  other: readonly string[],
): number {
  const [name, called] = [plainWords(title), plainWords(detail ?? "")];
  const rest = plainWords([called, ...other].join(" "));
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

const wordsOf = (q: string): string[] => plainWords(q).split(/\s+/).filter(Boolean);
