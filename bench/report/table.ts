import type { FigureRow, Times } from "./figures";
import { isMet, type PromiseResult } from "./promises";

export function printRows(rows: readonly FigureRow[]): void {
  printTable(
    [
      "",
      "pledges",
      "at once",
      "own",
      "bare twin",
      "by pg",
      "own/twin",
      "own/pg",
      "growth",
      "changed",
      "changed/twin",
      "growth",
    ],
    rows.map((row) => [
      row.subject,
      numberCell(row.size),
      String(row.at),
      timesCell(row.own),
      timesCell(row.twin),
      timesCell(row.sql),
      times(row.ratio),
      times(row.sqlRatio),
      times(row.growth),
      timesCell(row.changed),
      times(row.changedRatio),
      times(row.changedGrowth),
    ]),
  );
}

export function printPromises(results: readonly PromiseResult[]): void {
  printTable(
    ["", "is", "at most", ""],
    results.map((one) => [one.promise, times(one.is), times(one.limit), isMet(one) ? "kept" : "NOT KEPT"]),
  );
}

/** Words on the left, figures on the right. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((cell, n) => Math.max(cell.length, ...rows.map((row) => row[n]?.length ?? 0)));
  for (const row of [head, ...rows])
    console.log(
      row
        .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
        .join("  ")
        .trimEnd(),
    );
}

export const numberCell = (n: number): string => n.toLocaleString("en");
const timesCell = (one: Times | null): string =>
  one ? `${one.median.toFixed(1)} (${one.p95.toFixed(1)})` : "–";
const times = (ratio: number | null): string => (ratio === null ? "–" : `${ratio.toFixed(2)} ×`);
