import type { TextSpan } from "../../base/sentences";
import type { TextLine } from "./lines";

/** The spans of each line, of spans and lines in text order: a long text isn't searched again for every clause. */
export function spansByLine<T extends TextSpan>(
  lines: readonly TextLine[],
  spans: readonly T[],
): (line: TextLine) => readonly T[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const found = new Map<TextLine, T[]>();
  let at = 0;
  for (const line of lines) {
    const own: T[] = [];
    for (let one = sorted[at]; one && one.start < line.end; one = sorted[(at += 1)])
      if (one.start >= line.start && one.end <= line.end) own.push(one);
    found.set(line, own);
  }
  return (line) => found.get(line) ?? [];
}
