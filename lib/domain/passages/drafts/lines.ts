// Sentences, list items with the line that opens their list, and the sections they are in.
import type { Language } from "../../base/language";
import { sentencesOf, type TextSpan, matchesIn } from "../../base/sentences";
import { ROW_BREAK } from "./plain-text";
import { tongueIn, type Tongue } from "./tongues";

export interface TextLine extends TextSpan {
  tongue: Tongue;
  /** Of an item: the line that opens its list. */
  head: TextLine | null;
  isItem: boolean;
  /** A heading, or a headline: it promises nothing that the text doesn't. */
  isTitle: boolean;
  /** Ends with a colon, or with "will" before the items of a list. */
  opens: boolean;
  /** The number of its paragraph, and of the section it is in, with the section's letter or number. */
  paragraph: number;
  section: number;
  label: string;
  /** Of the numbered paragraph that it is in; "": none. */
  number: string;
}

export function textLines(text: string, plain: string, languages: readonly Language[]): TextLine[] {
  const lines: TextLine[] = [];
  let head: TextLine | null = null;
  let style = "";
  const at = { end: 0, paragraph: 0, section: 0, label: "", number: "" };
  const spans = sentencesOf(plain)
    .flatMap((one) => rowsOf(plain, one))
    .flatMap((one) => inPieces(plain, one))
    .flatMap((one) => withoutHeading(plain, one))
    .flatMap((one) => withoutMarker(plain, one));
  const labelled = spans.map(({ start, end }) => HAS_LABEL.test(plain.slice(start, end)));
  for (const [place, span] of spans.entries()) {
    const between = plain.slice(at.end, span.start);
    const isNewLine = /[\n\u2028]/u.test(between);
    const marker = between.includes(ROW_BREAK) ? ROW_BREAK : markerOf(text.slice(at.end, span.start));
    const words = plain.slice(span.start, span.end);
    // "2. Air defence. 100 vehicles with guns.": after its label.
    const last = head !== null && !isNewLine ? lines.at(-1) : undefined;
    const isRow =
      isNewLine && labelled[place] === true && (labelled[place - 1] === true || labelled[place + 1] === true);
    const isItem =
      marker !== "" || isRow || (last?.isItem === true && IS_LABEL.test(plain.slice(last.start, last.end)));
    if (isNewLine) at.paragraph += 1;
    const heading = isItem ? null : HEADING.exec(words);
    if (heading) [at.section, at.label] = [at.section + 1, heading[1] ?? ""];
    if (isItem && head && style === "") style = marker;
    if (head && isNewLine && (!isItem || marker !== style)) head = null;
    if (isRow)
      head ??= lines.at(-1)?.isTitle === true ? (lines.at(-1) ?? null) : (lines.at(-1)?.head ?? null);
    at.number = NUMBERED.exec(text.slice(at.end, span.start))?.[1] ?? at.number;
    const { paragraph, section, label, number } = at;
    // Also a headline that is a quotation.
    const isQuoted = lines.length === 0 && /^["«“„][^"«»“”„]+["»”]$/u.test(words);
    const isTitle =
      !isItem &&
      (isQuoted || !ENDS_SENTENCE.test(words)) &&
      /^[\n\u2028]/u.test(plain.slice(span.end, span.end + 1));
    const tongue = tongueIn(words, languages);
    const opens = words.endsWith(":") || (isTitle && opensList(plain, span.end, words, tongue));
    const line: TextLine = {
      ...span,
      isTitle,
      opens,
      tongue,
      head,
      isItem,
      paragraph,
      section,
      label,
      number,
    };
    lines.push(line);
    if (opens) [head, style] = [line, ""];
    at.end = span.end;
  }
  return lines;
}

/** "Drones: 7,500 FPV drones", above or below another such line: a list without marks. */
const HAS_LABEL =
  /^\p{Lu}[\p{L} '’-]{2,40} ?: (?:(?:up to|about|some|around|more than|over|jusqu'à|environ|près de|plus de|до|близько|понад) )?[\d€$£]/u;
const IS_LABEL = /^[^\d.:;]{2,40}\.$/u;
/** Also in front of flags and hashtags. */
const ENDS_SENTENCE = /[.!?…;:,»”"](?:[\s\p{Extended_Pictographic}\p{RI}\u{fe0f}]|#[\p{L}\d]+)*$/u;

/** A short line right above a paragraph is no part of its first sentence. */
function withoutHeading(plain: string, { start, end }: TextSpan): TextSpan[] {
  const length = /^\p{Lu}[^\n.!?…;:,»”"]{2,48}(?=\n\p{Lu})/u.exec(plain.slice(start, end))?.[0].length;
  return length === undefined
    ? [{ start, end }]
    : [
        { start, end: start + length },
        { start: start + length + 1, end },
      ];
}

/** Without a colon: what is right above items that have marks, or ends with "will". */
function opensList(plain: string, end: number, words: string, { leads }: Tongue): boolean {
  if (plain[end] === ROW_BREAK) return words.length < 60 && !/[\d:]/u.test(words);
  const gap = /^\s{1,9}(?=•)/u.exec(plain.slice(end, end + 10))?.[0];
  return gap !== undefined && (!gap.includes("\n\n") || leads.some(([, pattern]) => pattern.test(words)));
}

const NUMBERED = /(?:^|\n)\s*\(?(\d{1,2})[.)]\s*$/u;

const rowsOf = (plain: string, { start, end }: TextSpan): TextSpan[] => {
  const rows = plain.slice(start, end).split(ROW_BREAK);
  let from = start;
  return rows.map((row) => {
    const one = { start: from, end: from + row.trimEnd().length };
    from += row.length + 1;
    return one;
  });
};

/** Nobody writes a longer sentence. Clauses of one are compared with each other, without a turn for other work. */
const PIECE = /\S[^]{0,3999}(?<=\S)(?=\s|$)|\S[^]{0,3999}/gu;
const inPieces = (plain: string, { start, end }: TextSpan): TextSpan[] =>
  matchesIn(plain.slice(start, end), PIECE).map(({ index, 0: piece }) => ({
    start: start + index,
    end: start + index + piece.length,
  }));

/** The marker stays outside of the line, as does "2/7", the number of a post. */
function withoutMarker(plain: string, { start, end }: TextSpan): TextSpan[] {
  const lead = /^(?:•\s*|\d{1,2}\/\d{0,2} +(?=[\p{Lu}"«“]))/u.exec(plain.slice(start, end))?.[0].length ?? 0;
  return start + lead < end ? [{ start: start + lead, end }] : [];
}

/** The kind of marker in the text between two lines: "-", "1", "a"; "": none. */
function markerOf(between: string): string {
  const found =
    /(?:^|\n)\s*((?:[-–—•*▪◦·‣●○▫◾▶►→]|\p{Extended_Pictographic}|\p{RI}{2}|\d\u{fe0f}?\u{20e3})\u{fe0f}?|\(?(?:\d{1,2}|\p{Ll}{1,4})[.)])\s*$/u.exec(
      between,
    )?.[1] ?? "";
  return found
    .replace(/\d+/, "1")
    .replace(/\p{Ll}+/u, "a")
    .replace(/^(?:\p{RI}{2}|\p{Extended_Pictographic}).*/u, "☑");
}

const HEADING = /^(\p{Lu}|[IVXІХ]{1,5}|\d{1,2})[.)]? [^.;:]{2,100}$/u;
