// The records of an export's view, in writing order, and the rows derived from them. Based on a snapshot: the same view
// at the same log position is the same whenever it is requested.
import { isAboutRecord } from "../proposals/account";
import { leavesOf } from "../pledge/condition";
import type { Day } from "../base/day";
import type { PledgeFilter } from "../details/pledge-filter";
import { shown, type UnresolvedFilter, type UnresolvedRow } from "../unresolved/summary";
import type { CoverageCell } from "../unresolved/matrix";
import { rowsOf } from "../pledge/link";
import type { Pledge } from "../pledge/pledge";
import type { SnapshotType } from "../history/record-from-log";
import type { Snapshot } from "../history/snapshot";
import { coverageIn, itemsOn } from "../history/snapshot-items";
import { pledgesAskedOf } from "../history/snapshot-pledges";
import { byReferenceOrder } from "../details/reference-order";
import { itemPage } from "../history/snapshot-unresolved";

export interface ExportSelection {
  /** Ids by kind of record, kinds in the order of the tables. */
  records: readonly (readonly [SnapshotType, readonly string[]])[];
  unresolved: readonly UnresolvedRow[] | null;
  coverage: readonly CoverageCell[] | null;
  /** Every record of the kinds that a package of the register holds, and what follows from them. */
  complete: boolean;
}

/** A view as its address names it. The log itself isn't a selection. */
export type SelectedView =
  | { what: "REGISTER"; asked: PledgeFilter | null }
  | { what: "UNRESOLVED"; asked: UnresolvedFilter }
  | { what: "COVERAGE" | "REQUIREMENTS"; asked: null }
  | { what: "PARTICIPANT"; asked: string };

export function selectionOf(snapshot: Snapshot, view: SelectedView, day: Day): ExportSelection {
  switch (view.what) {
    case "REGISTER": {
      if (view.asked === null)
        return {
          records: KINDS.map((kind) => [kind, sorted(snapshot, kind)] as const),
          unresolved: itemsOn(snapshot, day),
          coverage: coverageIn(snapshot, day).cells,
          complete: true,
        };
      const pledges = pledgesAskedOf(snapshot, view.asked, day).map(({ pledge }) => pledge);
      return { ...around(snapshot, pledges), unresolved: itemsOf(snapshot, pledges, day), coverage: null };
    }
    case "PARTICIPANT": {
      const pledges = [...snapshot.pledge.values()].filter((pledge) =>
        rowsOf(pledge).some(({ participant }) => participant === view.asked),
      );
      const { cells } = coverageIn(snapshot, day);
      return {
        ...around(snapshot, pledges.sort(byReferenceOrder), [view.asked]),
        unresolved: itemsOn(snapshot, day).filter(({ participant }) => participant === view.asked),
        coverage: cells.filter(({ participant }) => participant === view.asked),
      };
    }
    case "UNRESOLVED": {
      const all = { ...shown(view.asked), after: null, limit: Number.MAX_SAFE_INTEGER };
      const items = itemPage(snapshot, all, day).map(({ row }) => row);
      const named = new Set(items.map(({ reference }) => reference));
      const pledges = [...snapshot.pledge.values()].filter(({ reference }) => named.has(reference));
      const concerned = items.map(({ participant }) => participant);
      return {
        ...around(snapshot, pledges.sort(byReferenceOrder), concerned),
        unresolved: items,
        coverage: null,
      };
    }
    case "COVERAGE":
      return {
        ...around(
          snapshot,
          [...snapshot.pledge.values()].sort(byReferenceOrder),
          sorted(snapshot, "participant"),
        ),
        unresolved: null,
        coverage: coverageIn(snapshot, day).cells,
      };
    case "REQUIREMENTS": {
      const offered = new Set([...snapshot.offer.values()].map(({ pledge }) => pledge));
      const pledges = [...snapshot.pledge.values()].filter(({ reference }) => offered.has(reference));
      const { records } = around(snapshot, pledges.sort(byReferenceOrder));
      return {
        records: records.map(([kind, ids]) =>
          kind === "requirement" || kind === "offer"
            ? ([kind, sorted(snapshot, kind)] as const)
            : [kind, ids],
        ),
        unresolved: null,
        coverage: null,
        complete: false,
      };
    }
  }
}

/** Kinds of records a package may hold. Accounts are excluded. */
const KINDS = [
  "pledge",
  "approval",
  "source",
  "participant",
  "trigger",
  "requirement",
  "offer",
  "delivery",
  "ruling",
  "proposal",
  "baseline",
] as const satisfies readonly SnapshotType[];

/** These pledges, and the records that refer to them or that they refer to. */
function around(
  snapshot: Snapshot,
  pledges: readonly Pledge[],
  concerned: readonly string[] = [],
): Pick<ExportSelection, "records" | "complete"> {
  const references = new Set(pledges.map(({ reference }) => reference));
  const leaves = pledges.flatMap(({ condition }) => (condition === null ? [] : leavesOf(condition)));
  const approvals = new Set(leaves.flatMap((leaf) => ("approval" in leaf ? [leaf.approval] : [])));
  const offers = [...snapshot.offer.values()].filter(({ pledge }) => references.has(pledge));
  const kept: Record<(typeof KINDS)[number], (id: string) => boolean> = {
    pledge: () => false,
    approval: (id) =>
      approvals.has(id) || (snapshot.approval.get(id)?.serves.some((one) => references.has(one)) ?? false),
    source: among(pledges.flatMap(({ evidence }) => evidence.map(({ source }) => source.id))),
    participant: among([
      ...concerned,
      ...pledges.flatMap((pledge) => rowsOf(pledge).map((row) => row.participant)),
    ]),
    trigger: among(leaves.flatMap((leaf) => ("trigger" in leaf ? [leaf.trigger] : []))),
    requirement: among(
      [...snapshot.requirement.values()].flatMap(({ id, reference }) =>
        offers.some(({ requirement }) => requirement === reference) ? [id] : [],
      ),
    ),
    offer: among(offers.map(({ id }) => id)),
    delivery: (id) => references.has(snapshot.delivery.get(id)?.pledge ?? ""),
    ruling: (id) => references.has(snapshot.ruling.get(id)?.pledge ?? ""),
    proposal: (id) => snapshot.proposal.get(id)?.concerns.some((one) => references.has(one)) ?? false,
    baseline: () => false,
  };
  return {
    records: KINDS.map(
      (kind) =>
        [
          kind,
          kind === "pledge" ? pledges.map(({ id }) => id) : sorted(snapshot, kind).filter(kept[kind]),
        ] as const,
    ),
    complete: false,
  };
}

function itemsOf(snapshot: Snapshot, pledges: readonly Pledge[], day: Day): UnresolvedRow[] {
  const references = new Set<string | null>(pledges.map(({ reference }) => reference));
  return itemsOn(snapshot, day).filter(({ reference }) => reference !== null && references.has(reference));
}

/** Pledges by reference, all others by id. */
function sorted(snapshot: Snapshot, kind: SnapshotType): string[] {
  if (kind === "pledge") return [...snapshot.pledge.values()].sort(byReferenceOrder).map(({ id }) => id);
  if (kind === "proposal")
    return [...snapshot.proposal.values()]
      .filter(isAboutRecord)
      .map(({ id }) => id)
      .sort();
  return [...snapshot[kind].keys()].sort();
}

const among = (ids: readonly string[]): ((id: string) => boolean) => {
  const set = new Set(ids);
  return (id) => set.has(id);
};
