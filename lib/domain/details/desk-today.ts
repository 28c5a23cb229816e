import type { Action } from "../base/audit";
import type { Handling } from "../pledge/pledge-fields";
import type { Instant } from "../base/day";
import { groupedBy } from "../base/listing";

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
export const byDocument = <Row extends { reference: string }>(
  rows: readonly Row[],
  documents: ReadonlyMap<string, { source: string | null; title: string | null }>,
): ToConfirm<Row>[] =>
  [...groupedBy(rows, ({ reference }) => documents.get(reference)?.source ?? reference).values()].map(
    (pledges) => {
      const [first, second] = pledges;
      return { document: first && second ? (documents.get(first.reference)?.title ?? null) : null, pledges };
    },
  );
