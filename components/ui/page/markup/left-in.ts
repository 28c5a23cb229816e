/**
 * What somebody has done in a part of a page that is about to be drawn again: the focus, ticks, what is open, and rows that
 * a script has put there (`data-guest`). Returns how to do it again.
 */
export function leftIn(box: HTMLElement): () => void {
  const active = document.activeElement;
  const focused = active && box.contains(active) ? active : null;
  const name = focused && nameOf(focused);
  const ticked = new Set([...box.querySelectorAll<HTMLInputElement>("input:checked")].map(nameOf));
  const opened = new Set([...box.querySelectorAll("details[open]")].map(nameOf));
  const typed = new Map([...box.querySelectorAll<Box>(BOXES)].map((one) => [boxName(one), one.value]));
  const guests = [...box.querySelectorAll("[data-guest]")].map((guest) => ({
    guest,
    host: rowName(guest.previousElementSibling),
  }));
  return () => {
    for (const one of box.querySelectorAll<HTMLInputElement>("input[type=checkbox]"))
      if (ticked.has(nameOf(one))) one.checked = true;
    for (const one of box.querySelectorAll<Box>(BOXES)) one.value = typed.get(boxName(one)) ?? one.value;
    for (const one of box.querySelectorAll<HTMLDetailsElement>("details"))
      if (opened.has(nameOf(one))) one.open = true;
    for (const { guest, host } of guests)
      [...box.querySelectorAll("tr")].find((row) => rowName(row) === host)?.after(guest);
    if (focused === null) return;
    const again = focused.isConnected
      ? focused
      : [...box.querySelectorAll(focused.tagName)].find((one) => nameOf(one) === name);
    if (again instanceof HTMLElement || again instanceof SVGElement) again.focus({ preventScroll: true });
  };
}

type Box = HTMLInputElement | HTMLSelectElement;
const BOXES = "select, input:not([type=hidden], [type=checkbox], [type=radio])";
const boxName = (box: Box): string => `${box.tagName} ${box.name}`;

/** What it stays called, whatever else changes in it: a tick's value also says which version was seen. */
function nameOf(one: Element): string {
  if (one instanceof HTMLInputElement)
    return `${one.name} ${one.value} ${(one.dataset.many ?? "").replaceAll(/@\d+/g, "")}`;
  if (one instanceof HTMLDetailsElement) return one.id || (one.querySelector("summary")?.textContent ?? "");
  return `${one.textContent} ${one.getAttribute("aria-label") ?? ""}`;
}

const rowName = (row: Element | null): string | null =>
  row?.querySelector("a[href]")?.getAttribute("href") ?? null;
