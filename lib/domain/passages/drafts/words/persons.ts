// Ministers and presidents by name: "Norway's defence minister, Ingrid Solheim" is Norway wherever "Solheim" follows.
import { TakenSpans, matchesIn } from "../../../base/sentences";
import type { NamedSpan } from "../../names";
import type { TextLine } from "../lines";

const NAME = String.raw`(\p{Lu}[\p{L}'-]+(?: (?:de|van|von|der|den|da|di|le|la|ter|af|el))*(?: \p{Lu}[\p{L}'-]+){1,2})`;
const OFFICE =
  /(?<![\p{L}])(?:minister|president|premier|chancellor|secretary|ambassador|spokes\p{L}+|chief|commissioner|ministre|président\p{L}*|chancelier|secrétaire|ambassadeur|ambassadrice|porte-parole|міністр\p{L}*|міністерк\p{L}*|президент\p{L}*|прем'єр\p{L}*|канцлер\p{L}*|посол|речни\p{L}+|очільни\p{L}+|держсекретар\p{L}*|глава|counterpart|colleague|homologue|колег\p{L}*)(?![\p{L}])/iu;
const BEHIND = new RegExp(
  String.raw`^(?:'s)?((?: (?:[\p{Ll}'-]{2,}|Prime|Minister|President|Chancellor|Defence|Defense|Foreign|Affairs|Secretary|State)){0,6}),? ${NAME}`,
  "u",
);
const AHEAD = new RegExp(String.raw`${NAME}, ((?:[\p{L}'-]+ ){1,6})$`, "u");
const NEAR = 110;
const FAR = 300;
const OFFICE_AND_NAME = new RegExp(
  String.raw`(?<![\p{L}])(?:(?:[Dd]efen[cs]e|[Ff]oreign|[Pp]rime|[Ii]nterior) [Mm]inister|[Pp]resident|[Cc]hancellor|[Mm]inistre de la [Dd]éfense|[Pp]remi(?:er|ère) ministre),? ${NAME}`,
  "gu",
);

/** A person belongs to the country named next to them. */
export function personsIn(plain: string, names: readonly NamedSpan[]): NamedSpan[] {
  const codes = new Map<string, { code: string; from: number }>();
  for (const { start, end, code } of names) {
    const ahead = plain.slice(Math.max(0, start - NEAR), start);
    const after = BEHIND.exec(plain.slice(end, end + NEAR));
    const before = AHEAD.exec(ahead);
    const person =
      after && (OFFICE.test(after[1] ?? "") || OFFICE.test(ahead.slice(-40)))
        ? { name: after[2], from: end + after[0].length }
        : before && (OFFICE.test(before[2] ?? "") || OFFICE.test(plain.slice(end, end + 40)))
          ? { name: before[1], from: end }
          : null;
    const surname = person?.name?.split(" ").at(-1);
    if (person && surname && !codes.has(keyOf(surname)))
      codes.set(keyOf(surname), { code, from: person.from });
  }
  // "Poland will repair tanks, Defence Minister Tomasz Zawadzki said": the one country that its sentence names before.
  for (const { index, 0: words, 1: name = "" } of matchesIn(plain, OFFICE_AND_NAME)) {
    const surname = keyOf(name.split(" ").at(-1) ?? "");
    if (codes.has(surname)) continue;
    const from = Math.max(plain.lastIndexOf("\n", index), plain.lastIndexOf(". ", index), index - FAR);
    const ahead = names.filter((one) => one.start >= from && one.end <= index && one.code !== "UA");
    const [one] = ahead;
    if (one && ahead.every(({ code }) => code === one.code))
      codes.set(surname, { code: one.code, from: index + words.length });
  }
  if (codes.size === 0) return [];
  const taken = new TakenSpans(plain, names);
  return matchesIn(plain, SURNAME).flatMap(({ index, 0: { length } }) => {
    const span = { start: index, end: index + length };
    const known = codes.get(keyOf(plain.slice(index, span.end)));
    return known && index >= known.from && !taken.has(span)
      ? [{ ...span, code: known.code, people: false }]
      : [];
  });
}
const SURNAME = /(?<![\p{L}'-])\p{Lu}[\p{L}'-]{2,}/gu;
/** "з Новотним", then "Новотний": without its ending. */
const keyOf = (surname: string): string =>
  /^\p{Script=Cyrillic}{5}/u.test(surname)
    ? surname.replace(/(?:ий|им|ому|ого|ом|ем|ою|ею|ів|а|у|і|ю|я|о|й)$/u, "")
    : surname;

/** Who "we" are in answers to questions: the country whose minister the first lines name. */
export function interviewed(
  plain: string,
  lines: readonly TextLine[],
  names: readonly NamedSpan[],
): string[] {
  const asked = lines.filter(({ end }) => plain[end - 1] === "?").length;
  const first = lines.slice(0, FIRST_LINES);
  const tongue = first[0]?.tongue;
  if (!tongue || asked < 2) return [];
  const [start, end] = [first[0]?.start ?? 0, first.at(-1)?.end ?? 0];
  const codes = names
    .filter((one) => one.start >= start && one.end <= end && one.code !== "UA")
    .filter((one) => {
      const after = plain.slice(one.end, one.end + 40).replace(/^'s/u, "");
      const before = plain
        .slice(Math.max(0, one.start - 60), one.start)
        .replace(/(?:of|de la|du|de|d')(?: the)? ?$/u, "");
      return tongue.officeAfter.test(after) || tongue.officeBefore.test(before);
    })
    .map(({ code }) => code);
  return new Set(codes).size === 1 ? codes.slice(0, 1) : [];
}
const FIRST_LINES = 5;
