// What the one page of a briefing says, in words: the page and its PDF are drawn from the same data.

/** The furthest stage of a position, and why there is none. */
export type SheetMark = "firm" | "pledged" | "signalled" | "suspended" | "declined" | "none" | "not-expected";

export interface OnePage {
  title: string;
  /** What it is about, and its moment. */
  subject: string;
  marking: string;
  headline: string;
  lines: readonly { what: string; why: string; who: string; ask: string }[];
  drawing: SheetDrawing | null;
  changes: { title: string; rows: readonly SheetRow[] };
  dates: { title: string; rows: readonly SheetRow[] };
  matrix: {
    title: string;
    note: string;
    rows: readonly { name: string; marks: readonly SheetMark[] }[];
    legend: readonly { mark: SheetMark; words: string }[];
  };
  desks: { title: string; rows: readonly SheetRow[] };
  foot: { asOf: string; ranked: string; proof: string; page: string };
}

export interface SheetRow {
  what: string;
  /** At the right: a day, a desk. */
  when: string;
}

/** What holds most back, and what waits for it. */
export interface SheetDrawing {
  title: string;
  note: string;
  /** One box, or two that wait for each other. */
  boxes: readonly { title: string; below: string }[];
  between: string;
  waiting: readonly { words: string; isInferred: boolean }[];
}
