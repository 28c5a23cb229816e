"use client";
import { useEffect } from "react";

/** Arrow keys move between the matrix's cells, Escape closes the panel. Without a script the links do it. */
export function MatrixKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
      const near = event.target.closest("#matrix, .peek");
      if (!near && event.target !== document.body) return;
      if (event.code === "Escape") document.getElementById("peek-close")?.click();
      const next = nextCell(event.target, event.code);
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return null;
}

const ARROWS: Record<string, readonly [across: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest cell with a link in the key's direction. */
function nextCell(from: HTMLElement, key: string): HTMLElement | null {
  const arrow = ARROWS[key];
  const cell = from.closest<HTMLTableCellElement>("#matrix .matrix-cell");
  const row = cell?.closest("tr");
  const table = cell?.closest("table");
  if (!arrow || !cell || !row || !table) return null;
  const [across, down] = arrow;
  let [x, y] = [cell.cellIndex + across, row.rowIndex + down];
  for (let line = table.rows[y]; line; line = table.rows[y]) {
    const link = line.cells[x]?.matches(".matrix-cell")
      ? line.cells[x]?.querySelector<HTMLElement>("a")
      : null;
    if (link) return link;
    if (across !== 0 && !line.cells[x]) return null;
    x += across;
    y += down;
  }
  return null;
}
