// The paths of the API: all operations of one path form one place.
import type { Operation } from "@/lib/api/operation";
import type { Params } from "@/lib/api/params";

export interface Place {
  /** `/pledges/{reference}` */
  path: string;
  names: readonly string[];
  /** By method. */
  operations: Map<string, Operation>;
}

/** Names before parameters: /pledges/change is no reference. */
export function placesOf(operations: readonly Operation[]): Place[] {
  const places = new Map<string, Place>();
  for (const operation of operations) {
    const { path, method } = operation;
    const place = places.get(path) ?? { path, names: path.split("/").slice(1), operations: new Map() };
    place.operations.set(method, operation);
    places.set(path, place);
  }
  const inOrder = [...places].sort(([a], [b]) => (a.replaceAll("{", "~") < b.replaceAll("{", "~") ? -1 : 1));
  return inOrder.map(([, place]) => place);
}

/** Null: there is nothing at this path. */
export function findPlace(
  places: readonly Place[],
  path: readonly string[],
): { place: Place; params: Params } | null {
  const place = places.find(
    ({ names }) =>
      names.length === path.length && names.every((name, index) => isParameter(name) || name === path[index]),
  );
  if (!place) return null;
  const params = place.names.flatMap((name, index) =>
    isParameter(name) ? [[name.slice(1, -1), path[index]] as const] : [],
  );
  return { place, params: Object.fromEntries(params) };
}

const isParameter = (name: string): boolean => name.startsWith("{");
