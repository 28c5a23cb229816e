// A list of lines: a row is one line, what is cut ends with "…" and is whole in the cell's title, and the head stays in
// view. On a narrow screen a row is two lines. How it looks is in `app/styles/lines.css`.

/** 32, 36 or 40 px. */
export type RowHeight = "dense" | "normal" | "comfortable";

/** Where a cell is on a narrow screen: first line, second line. A cell without a place isn't shown there. */
export type PhonePlace = keyof typeof PLACES;

const HEIGHTS: Record<RowHeight, string> = { dense: "md:h-8", normal: "md:h-9", comfortable: "md:h-10" };

const PLACES = {
  tick: "in-tick",
  lead: "in-lead",
  name: "in-name",
  end: "in-end",
  text: "in-text",
  due: "in-due",
};

export const lineCell = (height: RowHeight, place: PhonePlace | undefined): string =>
  `line-cell ${HEIGHTS[height]} ${place === undefined ? "max-md:hidden" : PLACES[place]}`;
