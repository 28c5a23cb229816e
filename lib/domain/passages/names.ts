// Participants in a text: by names as in a spreadsheet cell, and by nationality.
import { participantReader } from "../import/cells/participant";
import { anyOfWords, codesIn, whole } from "./language-rules";
import { LANGUAGE_RULES } from "./rules";
import { TakenSpans, type TextSpan, matchesIn } from "../base/sentences";
import type { Known } from "./suggestion";
import { ukrainianNames } from "./ukrainian-names";

export interface NamedSpan extends TextSpan {
  code: string;
  /** By an adjective such as "French", not by name. */
  people: boolean;
}

/** In text order. The longest name wins; codes count in capitals only. */
export function namesInText(text: string, participants: Known["participants"]): NamedSpan[] {
  const { read, known, ukrainian } = readersOf(participants);
  const words = matchesIn(text, WORD).map(({ index, 0: whole }) => {
    const word = whole.replace(ELIDED, "");
    return { start: index + whole.length - word.length, end: index + whole.length, word };
  });
  const found: NamedSpan[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first || !/^\p{Lu}/u.test(first.word)) continue;
    for (let length = Math.min(LONGEST, words.length - at); length >= 1; length -= 1) {
      const last = words[at + length - 1];
      if (!last) continue;
      const name = text.slice(first.start, last.end);
      const code = /\n|\s\p{Ll}+(?:ть|тиме|імо|ємо)\s/u.test(name) ? null : codeOf(name, read);
      const people = length === 1 ? (PEOPLES.get(name.toLowerCase()) ?? null) : null;
      if (code === null && (people === null || !known.has(people))) continue;
      found.push({ start: first.start, end: last.end, code: code ?? people ?? "", people: code === null });
      at += length - 1;
      break;
    }
  }
  const places = new TakenSpans(text, found);
  const more = [
    ...(ukrainian ? codesIn(text, ukrainian) : []).map((one) => ({ ...one, people: false })),
    ...peoplesIn(text, known),
  ].filter((one) => !places.has(one));
  return [...found, ...more].sort((a, b) => a.start - b.start);
}

/** Made once for each list: making them takes longer than reading a sentence. */
function readersOf(participants: Known["participants"]): NameReaders {
  const before = made.get(participants);
  if (before) return before;
  const known = new Set(participants.map(({ code }) => code));
  const readers = { read: participantReader(participants), known, ukrainian: ukrainianNames(known) };
  made.set(participants, readers);
  return readers;
}
interface NameReaders {
  read: ReturnType<typeof participantReader>;
  known: ReadonlySet<string>;
  ukrainian: RegExp | null;
}
const made = new WeakMap<Known["participants"], NameReaders>();

/** For the other languages, which don't capitalise nationalities. */
const peoplesIn = (text: string, known: ReadonlySet<string>): NamedSpan[] =>
  PEOPLES_ELSEWHERE.flatMap((pattern) => codesIn(text, pattern))
    .filter(({ code }) => known.has(code))
    .map((one) => ({ ...one, people: true }));
const PEOPLES_ELSEWHERE = LANGUAGE_RULES.map(({ peoples }) => whole(anyOfWords(Object.entries(peoples))));

/** French elision before a name: "l’Italie", "d’Ukraine". */
const ELIDED = /^(?:l|d|qu)['’](?=\p{Lu})/iu;

const LONGEST = 5;
const WORD = /[\p{L}\p{M}]+(?:['’.-](?=\p{L})[\p{L}\p{M}]+)*/gu;

/** Ignores a preceding article; "It" isn't Italy, nor "Is" Iceland. */
function codeOf(name: string, read: ReturnType<typeof participantReader>): string | null {
  const short = name.replace(/[.\s]/g, "").length <= 3;
  if (/^(?:the|la|le|les|die|der|das)\s/iu.test(name) || (short && name !== name.toUpperCase())) return null;
  if (name.endsWith("’s") || name.endsWith("'s")) return codeOf(name.slice(0, -2), read);
  const found = read(name);
  return found.ok ? found.value : null;
}

const BY_CODE: Readonly<Record<string, string>> = {
  AL: "albanian|albanians",
  AT: "austrian|austrians",
  AU: "australian|australians",
  BE: "belgian|belgians",
  BG: "bulgarian|bulgarians",
  CA: "canadian|canadians",
  CY: "cypriot|cypriots",
  CZ: "czech|czechs",
  DE: "german|germans",
  DK: "danish|danes",
  EE: "estonian|estonians",
  ES: "spanish|spaniards",
  FI: "finnish|finns",
  FR: "french",
  GB: "british|britons",
  GR: "greek|greeks",
  HR: "croatian|croatians",
  HU: "hungarian|hungarians",
  IE: "irish",
  IS: "icelandic|icelanders",
  IT: "italian|italians",
  JP: "japanese",
  LT: "lithuanian|lithuanians",
  LU: "luxembourgish",
  LV: "latvian|latvians",
  ME: "montenegrin|montenegrins",
  MK: "macedonian",
  NL: "dutch",
  NO: "norwegian|norwegians",
  NZ: "new zealander",
  PL: "polish|poles",
  PT: "portuguese",
  RO: "romanian|romanians",
  SE: "swedish|swedes",
  SI: "slovenian|slovenians",
  SK: "slovak|slovaks",
  TR: "turkish|turks",
  UA: "ukrainian|ukrainians",
  US: "american|americans",
};
const PEOPLES: ReadonlyMap<string, string> = new Map(
  Object.entries(BY_CODE).flatMap(([code, words]) => words.split("|").map((word) => [word, code] as const)),
);

/** Capitals that stand for their government when they act. */
export const SEATS: Readonly<Record<string, string>> = {
  Kyiv: "UA",
  Kiev: "UA",
  Washington: "US",
  "White House": "US",
  London: "GB",
  Paris: "FR",
  Berlin: "DE",
  Warsaw: "PL",
  Rome: "IT",
  Ankara: "TR",
  Ottawa: "CA",
  Stockholm: "SE",
};
