// Splits a text into sentences, by position: UTF-16 code units, the end exclusive, as in JavaScript.

export interface TextSpan {
  start: number;
  end: number;
}

export const textIn = (text: string, { start, end }: TextSpan): string => text.slice(start, end);

/** The same as `matchAll`, which copies the pattern first: the copy may have to be compiled anew. */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError("It would find the first match for ever.");
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let one = pattern.exec(text); one !== null; one = pattern.exec(text)) {
    found.push(one);
    if (one[0] === "") pattern.lastIndex += (text.codePointAt(one.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}

export const covers = (outer: TextSpan, inner: TextSpan): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const overlap = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end;

/** The parts of a text that are already matched. Read and updated often, on texts of any length. */
export class TakenSpans {
  private readonly places: Uint8Array;

  constructor(text: string, spans: readonly TextSpan[] = []) {
    this.places = new Uint8Array(text.length);
    for (const span of spans) this.add(span);
  }

  has({ start, end }: TextSpan): boolean {
    return this.places.subarray(start, end).includes(1);
  }

  add({ start, end }: TextSpan): void {
    this.places.fill(1, start, end);
  }
}

/** Each without surrounding blanks; only blanks lie between two. */
export function sentencesOf(text: string): TextSpan[] {
  const found: TextSpan[] = [];
  let start = 0;
  const close = (end: number): void => {
    const whole = text.slice(start, end);
    const lead = whole.length - whole.trimStart().length;
    const length = whole.trim().length;
    if (length > 0) found.push({ start: start + lead, end: start + lead + length });
    start = end;
  };
  for (const { index, 0: mark } of matchesIn(text, ENDS)) {
    if (!mark.includes("\n") && ABBREVIATED.test(text.slice(Math.max(0, index - 12), index + 1))) continue;
    close(index + mark.length);
  }
  close(text.length);
  return found;
}

/**
 * A mark with its closing quotes or brackets, before a blank and a capital or number. Or an empty line, or the start
 * of a list item.
 */
const ENDS = /[.!?…]{1,3}["”’»)\]]{0,3}\s+(?=["“„«([]?[\p{Lu}\p{N}])|\n\s*\n|\n(?=\s*[-–•*\d])/gu;

/** A full stop after one of these, or after a single letter or number, ends no sentence. */
const ABBREVIATED =
  /(?:^|[\s(.])(?:Mr|Mrs|Ms|Dr|St|No|Art|vs|ca|approx|bn|mn|Mio|Mrd|U\.S|U\.K|e\.g|i\.e|[A-Z]|\d{1,2})\.$/u;

export interface TextPiece<T> extends TextSpan {
  /** The marks on this piece, in the order given. */
  marks: T[];
}

/** The stretch cut wherever a mark begins or ends; the pieces together are the whole stretch. */
export function cut<T extends TextSpan>(stretch: TextSpan, marks: readonly T[]): TextPiece<T>[] {
  const within = marks.filter((mark) => overlap(stretch, mark));
  const places = new Set([stretch.start, stretch.end]);
  for (const { start, end } of within)
    for (const place of [start, end]) if (place > stretch.start && place < stretch.end) places.add(place);
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? stretch.end;
    return { start, end, marks: within.filter((mark) => overlap({ start, end }, mark)) };
  });
}
