// A page of marks: 794 × 1,123 px, which is A4, with margins of 44 px.
export const [SHEET_WIDTH, SHEET_HEIGHT] = [794, 1_123];
export const [LEFT, RIGHT, BOTTOM] = [44, 750, 1_079];
/** Two columns: their width, and where the second begins. */
export const [HALF, SECOND] = [334, 404];
/** Height of the foot, above the margin. */
export const FOOT = 46;

export type PaperMark =
  | { is: "text"; x: number; y: number; words: string; size: number; bold: boolean; tone: Tone; end?: true }
  | { is: "line"; d: readonly (readonly [number, number])[]; width: number; tone: Tone; dashed?: true }
  | {
      is: "box";
      x: number;
      y: number;
      w: number;
      h: number;
      fill: Tone | null;
      stroke: Tone | null;
      dashed?: true;
    };
export type Tone = "ink" | "muted" | "rule" | "alarm" | "tint";

export type WidthOf = (words: string, size: number, bold: boolean) => number;

export class MarkedPage {
  readonly marks: PaperMark[] = [];
  constructor(readonly widthOf: WidthOf) {}

  text(x: number, y: number, words: string, look: Partial<Look> = {}): void {
    const { size = 10.5, bold = false, tone = "ink", end = false } = look;
    this.marks.push({ is: "text", x, y, words, size, bold, tone, ...(end ? { end: true as const } : {}) });
  }

  rule(x: number, y: number, to: number, width = 0.75, tone: Tone = "rule"): void {
    this.marks.push({
      is: "line",
      d: [
        [x, y],
        [to, y],
      ],
      width,
      tone,
    });
  }

  /** At most `most` lines of this width; the last one ends with "…" if some of the text is left out. */
  wrapped(words: string, width: number, most: number, size: number, bold = false): string[] {
    const fits = (line: string): boolean => this.widthOf(line, size, bold) <= width;
    const found: string[] = [""];
    for (const word of words.split(/ +/)) {
      const line = [found.at(-1) ?? "", word].filter((part) => part !== "").join(" ");
      if (fits(line) || found.at(-1) === "") found[found.length - 1] = line;
      else found.push(word);
    }
    const shown = found.slice(0, most);
    let last = shown.at(-1) ?? "";
    if (found.length > most) last = `${last}…`;
    while (last.length > 1 && !fits(last)) last = `${last.replace(/…$/, "").trimEnd().slice(0, -1)}…`;
    shown[shown.length - 1] = last;
    return shown;
  }
}

interface Look {
  size: number;
  bold: boolean;
  tone: Tone;
  end: boolean;
}

export function partTitle(page: MarkedPage, words: string, note: string, x: number, y: number): number {
  page.rule(x, y, x + HALF + (x === SECOND ? 12 : 0), 2, "ink");
  page.text(x, y + 19, words, { size: 11.5, bold: true });
  page.text(x + HALF + (x === SECOND ? 12 : 0), y + 19, note, { size: 9.5, tone: "muted", end: true });
  return y + 26;
}
