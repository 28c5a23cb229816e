// A hint that others changed the record of a form that is still open, from the page's news. What happens to a version that is
// no longer current is in use-record.ts.
import { useSyncExternalStore } from "react";

let changed: ReadonlyMap<string, string> = new Map();
const listeners = new Set<() => void>();

/** By the reference, code or id of each record, who changed it. */
export function setChangedMeanwhile(by: ReadonlyMap<string, string>): void {
  changed = by;
  for (const listen of listeners) listen();
}

/** `path`: of the record, in the API; else the page's. Null: nobody did, as far as is known. */
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
