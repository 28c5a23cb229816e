/**
 * Remembers the user's state in a part of a page that is about to be drawn again: the focus, ticks, typed
 * text, open folds, and rows that a script has put there (`data-guest`). Returns a function that restores it.
 */
export function captureState(box: HTMLElement): () => void {
  const active = document.activeElement;
  const focused = active && box.contains(active) ? active : null;
  const name = focused && nameOf(focused);
  const nearbyRows = namesOfNearbyRows(box, focused?.closest(ROW) ?? null);
  const ticked = [...byName<HTMLInputElement>(box, TICKS)].filter(([, one]) => one.checked);
  const opened = [...byName<HTMLDetailsElement>(box, "details")].filter(([, one]) => one.open);
  const typed = new Map([...box.querySelectorAll<Box>(BOXES)].map((one) => [boxName(one), one.value]));
  const guests = [...box.querySelectorAll("[data-guest]")].map((guest) => ({
    guest,
    host: rowName(guest.previousElementSibling),
  }));
  return () => {
    const ticks = byName<HTMLInputElement>(box, TICKS);
    for (const [name] of ticked) Object.assign(ticks.get(name) ?? {}, { checked: true });
    const folds = byName<HTMLDetailsElement>(box, "details");
    for (const [name] of opened) Object.assign(folds.get(name) ?? {}, { open: true });
    for (const one of box.querySelectorAll<Box>(BOXES)) one.value = typed.get(boxName(one)) ?? one.value;
    for (const { guest, host } of guests) {
      const row = [...box.querySelectorAll("tr")].find((one) => rowName(one) === host);
      // Even if its row is gone, what was typed stays.
      if (row) row.after(guest);
      else box.querySelector("tbody")?.prepend(guest);
    }
    if (focused === null) return;
    const again = focused.isConnected
      ? focused
      : [...box.querySelectorAll(focused.tagName)].find((one) => nameOf(one) === name);
    // If its row is gone, the one that took its place gets the focus.
    const next = again ?? linkOf(box, nearbyRows);
    if (next instanceof HTMLElement || next instanceof SVGElement) next.focus({ preventScroll: true });
  };
}

const ROW = "tr, [data-row]";

/**
 * Names of the rows after it, then of those before it, the nearest first; only rows of the same kind
 * (`data-row` or not).
 */
function namesOfNearbyRows(box: Element, row: Element | null): string[] {
  const rows = [...byName(box, ROW)].filter(
    ([, one]) => one.hasAttribute("data-row") === row?.hasAttribute("data-row"),
  );
  const at = rows.findIndex(([, one]) => one === row);
  return [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0)).toReversed()].map(([name]) => name);
}

/** The link of the first of these rows that exists and is visible. */
function linkOf(box: Element, names: readonly string[]): Element | undefined {
  const rows = byName(box, ROW);
  const name = names.find((one) => rows.get(one)?.checkVisibility());
  return (name && rows.get(name)?.querySelector("a[href]")) || undefined;
}

type Box = HTMLInputElement | HTMLSelectElement;
const BOXES = "select, input:not([type=hidden], [type=checkbox], [type=radio])";
const boxName = (box: Box): string => `${box.tagName} ${box.name}`;

const TICKS = "input[type=checkbox]";

/** Elements by name; those with the same name are also numbered. */
function byName<One extends Element>(box: Element, which: string): Map<string, One> {
  const named = new Map<string, One>();
  const counts = new Map<string, number>();
  for (const one of box.querySelectorAll<One>(which)) {
    const name = nameOf(one);
    const place = counts.get(name) ?? 0;
    counts.set(name, place + 1);
    named.set(`${name} ${place}`, one);
  }
  return named;
}

/** A name that stays the same whatever else changes in it: of a tick it leaves out the version seen. */
function nameOf(one: Element): string {
  if (one instanceof HTMLInputElement)
    return `${one.name} ${one.value} ${(one.dataset.many ?? "").replaceAll(/@\d+/g, "")}`;
  // Not its text, which often contains a count.
  if (one instanceof HTMLDetailsElement) return one.id || `in ${rowName(one.closest(ROW))}`;
  if (one.matches(ROW)) return rowName(one) ?? "";
  return `${one.textContent} ${one.getAttribute("aria-label") ?? ""}`;
}

const rowName = (row: Element | null): string | null =>
  row?.querySelector("a[href]")?.getAttribute("href") ?? null;
