"use client";
// The row that the keys are about: it is `aria-current`, and its first link has the focus.

const rows = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>("main [data-row]")].filter((row) => row.checkVisibility());

/** The link that opens it. */
export const rowLink = (row: HTMLElement): HTMLAnchorElement | null =>
  row.querySelector<HTMLAnchorElement>("a[href]");

/** Where the focus is, else where it was last. */
export const cursorRow = (): HTMLElement | null =>
  rows().find((row) => row.contains(document.activeElement)) ??
  rows().find((row) => row.ariaCurrent === "true") ??
  null;

export function moveCursor(by: 1 | -1): void {
  const all = rows();
  const at = all.findIndex((row) => row === cursorRow());
  const next = all[at === -1 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))];
  if (!next) return;
  for (const row of all) row.ariaCurrent = row === next ? "true" : null;
  rowLink(next)?.focus();
}

/**
 * `through`: ticks all from the last ticked row to here. Returns a function that undoes it; null where the
 * row has no box.
 */
export function tickRow(row: HTMLElement, through: boolean): (() => void) | null {
  const boxes = () => [...document.querySelectorAll<HTMLInputElement>("tbody input[data-many]")];
  const before = new Set(boxes().filter(({ checked }) => checked));
  const box = row.querySelector<HTMLInputElement>("input[data-many]");
  if (!box) return null;
  box.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey: through }));
  return () => {
    for (const one of boxes()) if (one.checked !== before.has(one)) one.click();
  };
}

/** Opens the editor in the row, at a field. */
export function startEditing(row: HTMLElement, field: "owner" | "nextAction"): void {
  const opener = row.querySelector<HTMLAnchorElement>("a[data-inline]");
  if (!opener) return;
  opener.click();
  if (field === "owner") return;
  let left = 200;
  const look = setInterval(() => {
    const found = document.querySelector<HTMLElement>(`.inlinerow [id$="${field}"]`);
    found?.focus();
    left -= 1;
    if (found || left === 0) clearInterval(look);
  }, 50);
}
