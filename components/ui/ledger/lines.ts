// A list of lines: a row is one line, what is cut ends with "…" and is whole in the cell's title, and the head stays in
// view. On a narrow screen a row is two lines.

/** 32, 36 or 40 px. */
export type RowHeight = "dense" | "normal" | "comfortable";

/** Where a cell is on a narrow screen: first line, second line. A cell without a place isn't shown there. */
export type PhonePlace = keyof typeof PLACES;

const HEIGHTS: Record<RowHeight, string> = { dense: "md:h-8", normal: "md:h-9", comfortable: "md:h-10" };

const PLACES = {
  tick: "text-clip max-md:col-start-1 max-md:row-span-2 max-md:row-start-1 max-md:pr-3",
  lead: "max-md:col-start-2 max-md:row-start-1 max-md:pr-2",
  name: "max-md:col-start-3 max-md:row-start-1",
  end: "max-md:col-start-4 max-md:row-start-1 max-md:pl-3 max-md:text-right",
  text: "max-md:col-span-2 max-md:col-start-2 max-md:row-start-2 max-md:text-muted",
  due: "max-md:col-start-4 max-md:row-start-2 max-md:pl-3 max-md:text-right",
};

/** From one edge of the page to the other. */
const EDGES = "md:px-2 md:first:pl-(--gutter) md:last:pr-(--gutter)";

/** A row that keys move to. */
export const WALKED =
  "scroll-my-28 aria-[current=true]:bg-selected aria-[current=true]:[&>:first-child]:shadow-[inset_3px_0_var(--text)]";

export const LINES = {
  table:
    "linelist -mx-(--gutter) w-[calc(100%+2*var(--gutter))] table-fixed border-separate border-spacing-0 max-md:block",
  head: `md:sticky md:top-(--topbar) md:z-4 h-8 bg-surface truncate border-rule-strong py-0 align-middle ${EDGES}`,
  row: "max-md:grid max-md:grid-cols-[auto_auto_minmax(0,1fr)_fit-content(45%)] max-md:items-center max-md:border-b max-md:border-rule max-md:px-(--gutter) max-md:py-2",
};

export const lineCell = (height: RowHeight, place: PhonePlace | undefined): string =>
  `${HEIGHTS[height]} truncate py-0 align-middle [&_.mk]:align-top [&_br]:hidden [&_p]:inline [&>div]:inline max-md:border-0 max-md:p-0 print:whitespace-normal ${EDGES} ${
    place === undefined ? "max-md:hidden" : `max-md:min-h-6 max-md:min-w-0 ${PLACES[place]}`
  }`;
