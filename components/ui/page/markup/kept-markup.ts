// Markup on its way from where a page is drawn to where its document is written: both are in this process, and what passes
// through React between them would be sent as data, too.
interface Kept {
  html: string;
  timer: NodeJS.Timeout;
}

/** One store for both, which are bundled apart. */
const STORE = Symbol.for("register.markup");
interface Store {
  kept: Map<string, Kept>;
  size: number;
  count: number;
}

/** A document is written at once; one whose reader left never is. */
const UNREAD_MS = 30_000;
/** A part may be written again while it is. */
const READ_MS = 500;
/** In characters: far more than is on its way at once. */
const MOST = 32_000_000;

/** Returns where it is. */
export function keepMarkup(html: string): string {
  const all = store();
  const place = (all.count += 1).toString(36);
  all.kept.set(place, { html, timer: droppedIn(UNREAD_MS, place) });
  all.size += html.length;
  for (const oldest of all.kept.keys()) if (all.size > MOST) drop(oldest);
  return place;
}

export function markupAt(place: string): string {
  const found = store().kept.get(place);
  if (!found) throw new Error("the markup is gone");
  clearTimeout(found.timer);
  found.timer = droppedIn(READ_MS, place);
  return found.html;
}

function store(): Store {
  const shared = globalThis as unknown as Record<symbol, Store | undefined>;
  return (shared[STORE] ??= { kept: new Map<string, Kept>(), size: 0, count: 0 });
}

const droppedIn = (milliseconds: number, place: string): NodeJS.Timeout =>
  setTimeout(() => drop(place), milliseconds).unref();

function drop(place: string): void {
  const { kept } = store();
  const found = kept.get(place);
  if (!found) return;
  clearTimeout(found.timer);
  kept.delete(place);
  store().size -= found.html.length;
}
