// Addresses of the pages of leaves, and of the list of keystones.
import { viewHref } from "@/components/ui/address/view-href";
import { orderOf } from "@/lib/domain/base/listing";
import type { Leaf } from "@/lib/domain/pledge/condition";
import type { WaiterView } from "@/lib/domain/conditions/keystone-details";
import type { KeystoneFilter, KeystoneSort } from "@/lib/domain/conditions/keystone-list";
import type { Reading } from "@/lib/domain/conditions/without-inferred";
import { leafName } from "@/lib/domain/conditions/leaf-name";

/** A pledge's address names the stage that is waited for; FULFILLED where it names none. */
export function leafHref(leaf: Leaf, show: WaiterView = "named", inferred: Reading = "with"): string {
  const name = "pledge" in leaf ? leaf.pledge : leafName(leaf);
  const stage = "pledge" in leaf && leaf.atLeast !== "FULFILLED" ? leaf.atLeast : null;
  return viewHref(
    `/conditions/${name}`,
    { stage, show: show === "named" ? null : show, inferred: inferred === "with" ? null : inferred },
    show === "named" && inferred === "with" ? undefined : "waiters",
  );
}

/** The list of the pledges that wait for it. */
export const waitingHref = (leaf: Leaf): string => viewHref("/pledges", { waits: leafName(leaf) });

export type KeystonesView = Omit<KeystoneFilter, "after" | "limit">;

/** Keystones of a page, unless its address asks for more. */
export const KEYSTONES_SHOWN = 5;

export function keystonesHref(
  { kind, dormant, inferred, participant, sort, turned }: KeystonesView,
  { cursor, limit = KEYSTONES_SHOWN }: { cursor?: string | undefined; limit?: number } = {},
): string {
  const order = orderOf({ sort, turned });
  const values = {
    kind,
    dormant: dormant === "with" ? null : dormant,
    inferred: inferred === "with" ? null : inferred,
    participant,
    sort: order === "necessary" ? null : order,
    cursor,
    limit: limit === KEYSTONES_SHOWN ? null : limit,
  };
  return viewHref("/conditions", values, "keystones");
}

/** Sorted by another figure; by the current one, in reverse. */
export const keystonesSortedBy = (view: KeystonesView, sort: KeystoneSort): KeystonesView => ({
  ...view,
  sort,
  turned: view.sort === sort ? !view.turned : false,
});

export const hasKeystonesFilter = ({ kind, dormant, inferred, participant }: KeystonesView): boolean =>
  kind.length > 0 || dormant !== "with" || inferred !== "with" || participant.length > 0;
