// A hint that others changed the record of a form that is still open, from the page's news. What happens to a version that is
// no longer current is in use-record.ts.
import { useSyncExternalStore } from "react";

let changed: ReadonlyMap<string, string> = new Map();
const listeners = new Set<() => void>();

/** Who changed each record, by its reference, code or id. */
export function setChangedMeanwhile(by: ReadonlyMap<string, string>): void {
  changed = by;
  for (const listen of listeners) listen();
}

/** `path`: the record's in the API; by default the page's. Null if no change is known. */
export function useChangedMeanwhile(path?: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => {
      const [, , key = ""] = (path ?? location.pathname).split("/");
      return changed.get(key) ?? null;
    },
    nobody,
  );
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => void listeners.delete(listen);
}

const nobody = () => null;
