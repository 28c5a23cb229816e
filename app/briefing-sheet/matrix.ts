// The small matrix: a mark for each position. Marks can be told apart in black and white.
import type { OnePage, SheetMark } from "@/components/unresolved/briefing/sheet-view";
import { BOTTOM, partTitle, RIGHT, SECOND, type MarkedPage } from "./paper";

export function drawMatrix(
  page: MarkedPage,
  { matrix: { title: words, note, rows: all, legend } }: OnePage,
  y: number,
): number {
  const top = partTitle(page, words, "", SECOND, y) + 4;
  const step = 16;
  const room = 2 * Math.floor((BOTTOM - 160 - top) / step);
  const shown =
    all.length > room ? [...all.slice(0, room - 1), { name: "…", marks: [] as SheetMark[] }] : all;
  const half = Math.ceil(shown.length / 2);
  [0, 1].forEach((column) => {
    const x = SECOND + column * 178;
    [1, 2, 3, 4, 5].forEach((priority, place) =>
      page.text(x + 92 + place * 15, top + 8, String(priority), { size: 8.5, bold: true, tone: "muted" }),
    );
    shown.slice(column * half, (column + 1) * half).forEach(({ name, marks }, row) => {
      const at = top + 14 + row * step;
      page.text(x, at + 10, page.wrapped(name, 86, 1, 9.5)[0] ?? "", { size: 9.5 });
      marks.forEach((mark, place) => markIn(page, mark, x + 90 + place * 15, at + 1));
    });
  });
  let at = top + 22 + half * step;
  let x = SECOND;
  for (const { mark, words: said } of legend) {
    const wide = 18 + page.widthOf(said, 9, false) + 10;
    if (x + wide > RIGHT) [x, at] = [SECOND, at + 14];
    markIn(page, mark, x, at - 8);
    page.text(x + 15, at + 1, said, { size: 9, tone: "muted" });
    x += wide;
  }
  for (const line of page.wrapped(note, RIGHT - SECOND, 3, 9))
    page.text(SECOND, (at += 13) + 3, line, { size: 9, tone: "muted" });
  return at + 4;
}

const SIDE = 11;

function markIn(page: MarkedPage, mark: SheetMark, x: number, y: number): void {
  const box = { is: "box", x, y, w: SIDE, h: SIDE } as const;
  if (mark === "firm")
    page.marks.push(
      { ...box, fill: null, stroke: "ink" },
      { ...box, w: SIDE / 2, fill: "ink", stroke: null },
    );
  if (mark === "pledged") page.marks.push({ ...box, fill: null, stroke: "ink" });
  if (mark === "signalled") page.marks.push({ ...box, fill: null, stroke: "muted", dashed: true });
  if (mark === "suspended")
    page.marks.push(
      { ...box, x: x + 2, w: 2, fill: "ink", stroke: null },
      { ...box, x: x + 7, w: 2, fill: "ink", stroke: null },
    );
  if (mark === "declined")
    page.marks.push({
      is: "line",
      d: [
        [x, y + SIDE / 2],
        [x + SIDE, y + SIDE / 2],
      ],
      width: 2,
      tone: "ink",
    });
  if (mark === "none")
    for (const [from, to] of [
      [4, 0],
      [SIDE, 0],
      [SIDE, 7],
    ] as const)
      page.marks.push({
        is: "line",
        d:
          from === 4
            ? [
                [x, y + 4],
                [x + 4, y],
              ]
            : to === 0
              ? [
                  [x, y + SIDE],
                  [x + SIDE, y],
                ]
              : [
                  [x + 7, y + SIDE],
                  [x + SIDE, y + 7],
                ],
        width: 0.6,
        tone: "muted",
      });
}
