import type { Action } from "../base/audit";
import type { Handling } from "../pledge/pledge-fields";
import type { Instant } from "../base/day";

/** A pledge that someone else changed, by its last change. */
export interface ChangedPledge {
  reference: string;
  participant: string;
  title: string;
  handling: Handling;
  action: Action;
  by: string;
  at: Instant;
}

/** Pledges to confirm that rest on one document are confirmed together. */
export interface ToConfirm<Row> {
  /** Title or publisher of the document that they share; null: one pledge alone. */
  document: string | null;
  /** At least one. */
  pledges: Row[];
}

/**
 * `documents`: of each pledge's newest evidence, by reference. Groups are in the order of their first pledge.
 */
export function byDocument<Row extends { reference: string }>(
  rows: readonly Row[],
  documents: ReadonlyMap<string, { source: string | null; title: string | null }>,
): ToConfirm<Row>[] {
  const groups = new Map<string, ToConfirm<Row>>();
  for (const row of rows) {
    const document = documents.get(row.reference);
    const key = document?.source ?? row.reference;
    const group = groups.get(key);
    if (group) group.pledges.push(row);
    else groups.set(key, { document: document?.title ?? null, pledges: [row] });
  }
  return [...groups.values()].map((group) =>
    group.pledges.length === 1 ? { ...group, document: null } : group,
  );
}
