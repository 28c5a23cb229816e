// Markup on its way from where a page is drawn to where its document is written: both are in this process, and what passes
// through React between them would be sent as data, too.

/** What is inside an element, and its properties. */
export interface KeptMarkup {
  given: Readonly<Record<string, unknown>>;
  html: string;
}

/** One store for both, which are in separate bundles. */
const STORE = Symbol.for("register.markup");
interface Store {
  kept: Map<string, KeptMarkup>;
  count: number;
}

/** Returns its place, which is valid until it is dropped. */
export function keepMarkup(markup: KeptMarkup): string {
  const all = store();
  const place = (all.count += 1).toString(36);
  all.kept.set(place, markup);
  return place;
}

/** Once the document is written, or its reader has left. */
export const dropMarkup = (place: string): void => void store().kept.delete(place);

export function markupAt(place: string): KeptMarkup {
  const found = store().kept.get(place);
  if (found === undefined) throw new Error("the markup is gone");
  return found;
}

function store(): Store {
  const shared = globalThis as unknown as Record<symbol, Store | undefined>;
  return (shared[STORE] ??= { kept: new Map<string, KeptMarkup>(), count: 0 });
}
