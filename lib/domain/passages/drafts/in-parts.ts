// Searches a long text part by part, so that other work isn't held up.
import type { TextSpan } from "../../base/sentences";
import type { TextLine } from "./lines";

/** No pattern goes beyond a paragraph; a part has the fewest paragraphs that reach this length. */
const PART = 6_000;

export function* inParts<T extends TextSpan>(
  lines: readonly TextLine[],
  text: string,
  find: (part: string, from: number) => readonly T[],
): Generator<void, T[]> {
  const found: T[] = [];
  let from = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const isWhole = next !== undefined && next.paragraph === line.paragraph && line.end - from < 4 * PART;
    if (next !== undefined && (isWhole || next.start - from < PART)) continue;
    const to = next?.start ?? text.length;
    found.push(...shifted(find(text.slice(from, to), from), from, text.length));
    from = to;
    yield;
  }
  return found;
}

/** The spans moved by so many places; only those that begin within the text. */
export const shifted = <T extends TextSpan>(spans: readonly T[], by: number, length: number): T[] =>
  spans
    .map((one) => ({ ...one, start: one.start + by, end: one.end + by }))
    .filter(({ start }) => start >= 0 && start < length);
