// Joins a printed page's lines into readable text: whole paragraphs, words hyphenated at line ends joined where the text
// shows how. Page numbers and running headers go.
import { withoutPiledMarks, withoutUnseen } from "../base/characters";

export interface PageLine {
  text: string;
  /** Its start from the left and from the bottom, and its font height. */
  x: number;
  y: number;
  size: number;
}

export function textOfPages(pages: readonly (readonly PageLine[])[]): string {
  const kept = withoutMargins(pages.map((lines) => lines.map(cleaned).filter(({ text }) => text !== "")));
  const usual = usualGap(kept);
  const known = new Set(kept.flat().flatMap(({ text }) => wordsOf(text)));
  let whole = "";
  let before: PageLine | null = null;
  for (const lines of kept)
    for (const [index, line] of lines.entries()) {
      const isNew =
        before === null ||
        (index === 0 ? endsSentence(before.text) || isOther(before, line) : begins(before, line, usual));
      whole = isNew ? `${whole}${whole === "" ? "" : "\n\n"}${line.text}` : joined(whole, line.text, known);
      before = line;
    }
  return whole;
}

/** Removes invisible characters and normalises blanks. */
const cleaned = (line: PageLine): PageLine => ({
  ...line,
  text: withoutPiledMarks(withoutUnseen(line.text.toWellFormed()))
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim(),
});

/** Removes page numbers, and edge lines that all pages have at the same place. */
function withoutMargins(pages: readonly (readonly PageLine[])[]): PageLine[][] {
  const seen = new Map<string, number>();
  for (const lines of pages)
    for (const name of new Set(edgesOf(lines).map(nameOf))) seen.set(name, (seen.get(name) ?? 0) + 1);
  const most = pages.filter((lines) => lines.length > 0).length;
  return pages.map((lines) => {
    const edges = new Set(edgesOf(lines));
    return lines.filter((line) => {
      if (!edges.has(line)) return true;
      const isOnAll = most >= FEWEST_PAGES && seen.get(nameOf(line)) === most;
      return !isOnAll && !(most > 1 && PAGE_NUMBER.test(line.text));
    });
  });
}

/** With fewer pages, no line can be shown to repeat. */
const FEWEST_PAGES = 3;
const PAGE_NUMBER =
  /^[-–—]?\s*(?:(?:page|seite|strona|стор\.|с\.)\s*)?\d{1,4}(?:\s*(?:\/|of|von|sur|de|з|із)\s*\d{1,4})?\s*[-–—]?$/iu;

const nameOf = ({ text, y }: PageLine): string => `${String(Math.round(y))} ${text}`;

/** The top two and the bottom two. */
function edgesOf(lines: readonly PageLine[]): PageLine[] {
  if (lines.length < 3) return [];
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return [...new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)])];
}

/** The usual distance to the next line: the lower quartile of all. */
function usualGap(pages: readonly (readonly PageLine[])[]): number {
  const gaps = pages.flatMap((lines) =>
    lines.slice(1).flatMap((line, index) => {
      const gap = (lines[index]?.y ?? 0) - line.y;
      return gap > 0 ? [gap] : [];
    }),
  );
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0;
}

function begins(before: PageLine, line: PageLine, usual: number): boolean {
  const gap = before.y - line.y;
  if (gap > 1.25 * usual) return true;
  if (isOther(before, line)) return true;
  // Indented, after a line that ends a sentence.
  return gap > 0 && line.x > before.x + line.size / 2 && endsSentence(before.text);
}

/** Another font height: a heading, a note, or a margin. */
const isOther = (one: PageLine, other: PageLine): boolean =>
  Math.abs(one.size - other.size) > 0.15 * Math.max(one.size, other.size);

const endsSentence = (text: string): boolean => /[.!?:;…]["”’»)\]]*$/u.test(text);

function joined(whole: string, next: string, known: ReadonlySet<string>): string {
  if (/^[•▪◦‣*–—-]\s/u.test(next)) return `${whole}\n${next}`;
  const parted = /([\p{L}’']+)([-\u00ad\u2010])$/u.exec(whole.slice(-LONGEST_WORD));
  const rest = /^\p{L}+/u.exec(next)?.[0];
  if (!parted || rest === undefined) return `${whole} ${next}`;
  const [, start = "", sign = "-"] = parted;
  const bare = whole.slice(0, -1);
  const isOneWord = sign === "\u00ad" || known.has(`${start}${rest}`.toLowerCase());
  return isOneWord ? `${bare}${next}` : `${bare}-${next}`;
}

const LONGEST_WORD = 60;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
