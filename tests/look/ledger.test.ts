import { createElement as h } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { FilterBar } from "@/components/ui/ledger/filter-bar";
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
import { ListSummary } from "@/components/ui/ledger/list-summary";

interface Ship {
  name: string;
  guns: number;
}

const SHIPS: Ship[] = [
  { name: "Vasa", guns: 64 },
  { name: "Kronan", guns: 105 },
];
const NAME: ListColumn<Ship> = { heading: "Ship", names: true, cell: ({ name }) => name };
const GUNS: ListColumn<Ship> = { heading: "Guns", numeric: true, cell: ({ guns }) => guns };

const drawn = (columns: ListColumn<Ship>[], more: object = {}): string =>
  renderToStaticMarkup(
    h(Ledger<Ship>, { caption: "Ships", columns, rows: SHIPS, rowKey: ({ name }) => name, ...more }),
  );

test("a row has a header, and its cells carry their headings for screens without room for columns", () => {
  expect(drawn([NAME, GUNS])).toContain(
    '<tr><th scope="row">Vasa</th><td data-l="Guns" class="number">64</td></tr>',
  );
  expect(drawn([NAME, { ...GUNS, bare: true }])).toContain('<td class="number">64</td>');
  expect(drawn([NAME, GUNS], { flat: true })).toMatch(/^<table class="ledger">.*<td class="number">64<\/td>/);
});

test("a heading links to the order by its column, and says if that is the current one", () => {
  const order = { href: "/ships?sort=guns", current: true, turned: true };
  expect(drawn([NAME, { ...GUNS, order }])).toContain(
    '<th scope="col" class="number whitespace-nowrap" aria-sort="descending"><a href="/ships?sort=guns">Guns</a>',
  );
  expect(drawn([NAME, { ...GUNS, order: { ...order, current: false } }])).not.toContain("aria-sort");
});

test("a heading that isn't text is no column header", () => {
  expect(drawn([{ heading: h("input"), cell: () => null }, NAME])).toContain(
    "<thead><tr><td><input/></td><th",
  );
});

test("a group's heading spans all columns, and the foot has a cell for each", () => {
  const groups = [{ key: "17", heading: "17th century", rows: SHIPS }];
  const table = drawn([{ ...NAME, foot: "All" }, GUNS], { rows: undefined, groups });
  expect(table).toContain('<th colSpan="2" scope="rowgroup">17th century</th></tr><tr><th scope="row">Vasa');
  expect(table).toContain(
    '<tfoot><tr><th scope="row">All</th><td data-l="Guns" class="number"></td></tr></tfoot>',
  );
});

test("a filter keeps parameters that its boxes don't show, and omits empty ones", () => {
  const bar = renderToStaticMarkup(
    h(FilterBar, {
      action: "/ships",
      words: { label: "Filter", show: "Show", clear: "Clear" },
      keep: { sort: null, yard: [], flag: ["SE", "DK"] },
      whole: "/ships",
      children: "boxes",
    }),
  );
  expect(bar).toContain(
    'boxes<input type="hidden" name="flag" value="SE,DK"/><button class="button">Show</button><a href="/ships">Clear</a></form>',
  );
});

test("a summary links to the whole list if it is filtered, and an empty list says what to do if it can", () => {
  const summary = (whole: { href: string; label: string } | null) =>
    renderToStaticMarkup(h(ListSummary, { whole, children: "2 ships" }));
  expect(summary(null)).toBe('<p class="text-muted">2 ships</p>');
  expect(summary({ href: "/ships", label: "Clear" })).toContain(' · <a href="/ships">Clear</a>');
  const empty = (children: string | null) =>
    renderToStaticMarkup(h(EmptyState, { title: "None", text: "Yet.", level: 3, children }));
  expect(empty(null)).toBe('<div class="state"><h3>None</h3><p>Yet.</p></div>');
  expect(empty("Build one")).toContain(">Build one</p>");
});
