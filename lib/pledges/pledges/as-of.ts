// Lists and pages of pledges as of a past moment. Sealed numbers are as recorded: the queries show them to cleared
// readers.
import "server-only";
import { setImmediate } from "node:timers/promises";
import type { Actor } from "@/lib/domain/people/actor";
import { cursorOf } from "@/lib/domain/base/cursor";
import { listed, orderOf, type Listed } from "@/lib/domain/base/listing";
import type { PledgeFilter } from "@/lib/domain/details/pledge-filter";
import type { AsOf } from "@/lib/domain/base/as-of";
import { hiddenIn } from "@/lib/domain/pledge/sealed";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import type { PledgeLine } from "@/lib/domain/exchange/tables/pledge-table";
import type { Snapshot } from "@/lib/domain/history/snapshot";
import { indexOf } from "@/lib/domain/history/snapshot-index";
import { pageOf, pledgesAskedOf } from "@/lib/domain/history/snapshot-pledges";
import { snapshotDetails } from "@/lib/domain/history/snapshot-details";
import { findPast } from "@/lib/db/past/snapshot";

export async function findPledgesAsOf(
  actor: Actor,
  filter: PledgeFilter,
  asOf: AsOf,
): Promise<Listed<PledgeDetails>> {
  const { snapshot, day, at } = await findPast(asOf);
  const found = pledgesAskedOf(snapshot, filter, day);
  const page = listed(pageOf(found, filter), filter.limit, found.length, ({ key }) =>
    cursorOf(orderOf(filter), key),
  );
  return { ...page, items: page.items.map(({ pledge }) => snapshotDetails(actor, snapshot, pledge, at)) };
}

/** The whole view for an export: without sealed numbers. Computed lazily, in batches. */
export async function linesAsOf(
  actor: Actor,
  filter: PledgeFilter,
  asOf: AsOf,
): Promise<AsyncIterable<PledgeLine[]>> {
  const { snapshot, day, at } = await findPast(asOf);
  const found = pledgesAskedOf(snapshot, filter, day);
  return inBatches(found, ({ pledge }) => hiddenIn(snapshotDetails(actor, snapshot, pledge, at)));
}

const BATCH = 100;

/** Lets other requests run between batches. */
async function* inBatches<In, Out>(rows: readonly In[], make: (row: In) => Out): AsyncGenerator<Out[]> {
  for (let from = 0; from < rows.length; from += BATCH) {
    yield rows.slice(from, from + BATCH).map(make);
    await setImmediate();
  }
}

/** One item, or none if the pledge wasn't on record. */
export async function findDetailsAsOf(actor: Actor, reference: string, asOf: AsOf): Promise<PledgeDetails[]> {
  const { snapshot, at } = await findPast(asOf);
  const pledge = indexOf(snapshot).pledges.get(reference);
  return pledge ? [snapshotDetails(actor, snapshot, pledge, at)] : [];
}

export const idIn = (snapshot: Snapshot, reference: string): string | null =>
  indexOf(snapshot).pledges.get(reference)?.id ?? null;

/** The deciding body of each of these approvals, by approval id. */
export const bodiesIn = (snapshot: Snapshot, ids: readonly string[]): Map<string, string> =>
  new Map(
    ids.flatMap((id) => {
      const approval = snapshot.approval.get(id);
      return approval ? [[id, approval.body] as const] : [];
    }),
  );
