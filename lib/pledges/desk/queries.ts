// What an officer's first page shows about pledges, in addition to unresolved items.
import "server-only";
import type { Instant } from "@/lib/domain/base/day";
import { byDocument, type ChangedPledge, type ToConfirm } from "@/lib/domain/details/desk-today";
import { mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import { findChangedByOthers, findDocumentsOf } from "@/lib/db/queries/pledges/desk";

/** Pledges on the actor's desk that others changed, latest first, and whether there are more. */
export async function loadChangedByOthers(
  actor: Actor,
  { since, limit }: { since: Instant; limit: number },
): Promise<{ items: ChangedPledge[]; more: boolean }> {
  if (!mayReadRegister(actor) || actor.desk.length === 0) return { items: [], more: false };
  const found = await findChangedByOthers(actor.desk, { since, than: actor.id, limit });
  return { items: found.slice(0, limit), more: found.length > limit };
}

/** Groups pledges that rest on the same document, each with its version. */
export async function loadByDocument<Row extends { reference: string }>(
  actor: Actor,
  rows: readonly Row[],
): Promise<ToConfirm<Row & { version: number }>[]> {
  if (!mayReadRegister(actor) || rows.length === 0) return [];
  const found = await findDocumentsOf(rows.map(({ reference }) => reference));
  const known = rows.flatMap((row) => {
    const { version } = found.get(row.reference) ?? {};
    return version === undefined ? [] : [{ ...row, version }];
  });
  return byDocument(known, found);
}
