// The lines of a printed page as a text that can be read on: paragraphs in one piece, words that were parted at a line's end
// put together where the text itself tells how, and what only numbers or heads the pages left out.

export interface PageLine {
  text: string;
  /** Where it begins, from the left and from below, and the height of its letters. */
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

/** What nobody sees, and what turns the order of reading. */
export const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** Signs that nobody sees go; a blank is a blank. */
const cleaned = (line: PageLine): PageLine => ({
  ...line,
  text: line.text
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(UNSEEN, "")
    .trim(),
});

/** A number of the page; or a line at the edge that all pages have at the same place. */
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

/** Of fewer, nothing can be told to be on all. */
const FEWEST_PAGES = 3;
const PAGE_NUMBER =
  /^[-–—]?\s*(?:(?:page|seite|strona|стор\.|с\.)\s*)?\d{1,4}(?:\s*(?:\/|of|von|sur|de|з|із)\s*\d{1,4})?\s*[-–—]?$/iu;

const nameOf = ({ text, y }: PageLine): string => `${String(Math.round(y))} ${text}`;

/** The highest and the lowest two. */
function edgesOf(lines: readonly PageLine[]): PageLine[] {
  if (lines.length < 3) return [];
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return [...new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)])];
}

/** From one line down to the next, as most lines that are near have it. */
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
  // Drawn in, after a line that ends something.
  return gap > 0 && line.x > before.x + line.size / 2 && endsSentence(before.text);
}

/** In letters of another height: a heading, a note, what stands at the edge. */
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
