// Places each word of the sheet on its page. Text that doesn't fit is cut here, by rule (the reason before
// the title), rather than by a printer.
import type { OnePage, SheetRow } from "@/components/unresolved/briefing/sheet-view";
import { drawGraph } from "./drawn";
import { drawMatrix } from "./matrix";
import {
  BOTTOM,
  FOOT,
  HALF,
  LEFT,
  MarkedPage,
  partTitle,
  RIGHT,
  SECOND,
  type PaperMark,
  type WidthOf,
} from "./paper";

export function sheetMarks(sheet: OnePage, widthOf: WidthOf): PaperMark[] {
  const page = new MarkedPage(widthOf);
  let y = head(page, sheet);
  y = lines(page, sheet, y);
  const left = drawGraph(page, sheet, y + 14);
  const below = rows(page, sheet.changes, { x: LEFT, y: left + 14, most: 6 });
  rows(page, sheet.dates, { x: LEFT, y: below + 14, most: 5 });
  const right = drawMatrix(page, sheet, y + 14);
  rows(page, sheet.desks, { x: SECOND, y: right + 14, most: 5 });
  foot(page, sheet);
  return page.marks;
}

function head(page: MarkedPage, { marking, subject, headline, title }: OnePage): number {
  page.text(LEFT, 46, title, { size: 9, bold: true });
  const [line = ""] = page.wrapped(marking, 560, 1, 9);
  page.text(RIGHT, 46, line, { size: 9, tone: "muted", end: true });
  page.rule(LEFT, 54, RIGHT);
  page.text(LEFT, 78, page.wrapped(subject, RIGHT - LEFT, 1, 10.5)[0] ?? "", { size: 10.5, tone: "muted" });
  let y = 84;
  for (const words of page.wrapped(headline, RIGHT - LEFT, 2, 21, true))
    page.text(LEFT, (y += 27), words, { size: 21, bold: true });
  page.rule(LEFT, y + 14, RIGHT, 2, "ink");
  return y + 15;
}

function lines(page: MarkedPage, { lines: all }: OnePage, from: number): number {
  let y = from;
  all.forEach(({ what, why, who, ask }, place) => {
    const titles = page.wrapped(what, 466, 2, 12, true);
    const reasons = page.wrapped(why, 466, 3 - titles.length, 10.5);
    const asked = [
      ...page.wrapped(who, 176, 1, 10, true).map((words) => ({ words, bold: true })),
      ...page.wrapped(ask, 176, 2, 10.5).map((words) => ({ words, bold: false })),
    ];
    const height = 12 + 16 * Math.max(titles.length + reasons.length, asked.length, 2);
    page.text(LEFT, y + 22, String(place + 1), {
      size: 16,
      tone: place === 0 ? "ink" : "muted",
      bold: place === 0,
    });
    [
      ...titles.map((words) => ({ words, bold: true })),
      ...reasons.map((words) => ({ words, bold: false })),
    ].forEach(({ words, bold }, row) =>
      page.text(LEFT + 34, y + 20 + row * 16, words, {
        size: bold ? 12 : 10.5,
        bold,
        tone: bold ? "ink" : "muted",
      }),
    );
    page.marks.push({
      is: "line",
      d: [
        [556, y + 8],
        [556, y + height - 6],
      ],
      width: 0.75,
      tone: "rule",
    });
    asked.forEach(({ words, bold }, row) =>
      page.text(568, y + 20 + row * 16, words, {
        size: bold ? 10 : 10.5,
        bold,
        tone: bold ? "ink" : "muted",
      }),
    );
    y += height;
    page.rule(LEFT, y, RIGHT);
  });
  return y;
}

function rows(
  page: MarkedPage,
  { title: words, rows: all }: { title: string; rows: readonly SheetRow[] },
  { x, y, most }: { x: number; y: number; most: number },
): number {
  const end = x + HALF + (x === SECOND ? 12 : 0);
  let at = partTitle(page, words, "", x, y);
  for (const { what, when } of all.slice(0, most)) {
    if (at + 22 > BOTTOM - FOOT - 6) break;
    const [dates = ""] = page.wrapped(when, (end - x) / 2, 1, 10.5);
    const room = end - x - page.widthOf(dates, 10.5, false) - 12;
    page.text(x, at + 15, page.wrapped(what, room, 1, 10.5)[0] ?? "");
    page.text(end, at + 15, dates, { tone: "muted", end: true });
    at += 22;
    page.rule(x, at, end);
  }
  return at;
}

function foot(page: MarkedPage, { foot: { asOf, ranked, proof, page: number } }: OnePage): void {
  page.rule(LEFT, BOTTOM - FOOT, RIGHT, 1.5, "ink");
  [asOf, ranked, proof].forEach((words, row) =>
    page.text(LEFT, BOTTOM - 31 + row * 13, page.wrapped(words, 640, 1, 9)[0] ?? "", {
      size: 9,
      tone: "muted",
    }),
  );
  page.text(RIGHT, BOTTOM - 31, number, { size: 9, tone: "muted", end: true });
}
