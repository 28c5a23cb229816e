// A page of the list of keystones: all are computed, then one page is selected.
import type { CursorKey } from "../base/cursor";
import type { Keystone } from "./keystone";
import { leafName } from "./leaf-name";
import type { Reading } from "./without-inferred";
import type { Paged } from "../base/listing";

export const KEYSTONE_KINDS = ["trigger", "approval", "pledge"] as const;
export type KeystoneKind = (typeof KEYSTONE_KINDS)[number];

export const KEYSTONE_SORTS = ["necessary", "named", "frees", "freesAssumed"] as const;
export type KeystoneSort = (typeof KEYSTONE_SORTS)[number];

/** Descending, or ascending when turned. */
export interface KeystoneFilter extends Paged {
  kind: KeystoneKind[];
  /** Triggers that pledges may wait for without a gap: included, excluded, or they alone. */
  dormant: "with" | "without" | "only";
  /** With our reading of conditions, or only what others have said. */
  inferred: Reading;
  /** Those that a pledge of one of these participants names. */
  participant: string[];
  sort: KeystoneSort;
  turned: boolean;
}

/** The filtered ones in order, from the cursor on. */
export function keystonesMatching(all: readonly Keystone[], filter: KeystoneFilter): Keystone[] {
  const { after } = filter;
  const matching = all
    .filter((one) => matchesFilter(one, filter))
    .map((one) => ({ one, key: keystoneKey(one, filter) }));
  return matching
    .filter(({ key }) => after === null || compared(key, after, filter) > 0)
    .sort((a, b) => compared(a.key, b.key, filter))
    .map(({ one }) => one);
}

/** The total under the filter. */
export const countKeystonesMatching = (all: readonly Keystone[], filter: KeystoneFilter): number =>
  all.filter((one) => matchesFilter(one, filter)).length;

/** Its sort key: the figure sorted by, how many name it, and its name. */
export const keystoneKey = (keystone: Keystone, { sort }: Pick<KeystoneFilter, "sort">): CursorKey => [
  String(keystone[sort].length),
  String(keystone.named.length),
  leafName(keystone.leaf),
];

export const keystoneKind = ({ leaf }: Pick<Keystone, "leaf">): KeystoneKind =>
  "trigger" in leaf ? "trigger" : "approval" in leaf ? "approval" : "pledge";

function matchesFilter(keystone: Keystone, { kind, dormant, participant }: KeystoneFilter): boolean {
  return (
    (kind.length === 0 || kind.includes(keystoneKind(keystone))) &&
    (dormant === "with" || keystone.isDormant === (dormant === "only")) &&
    (participant.length === 0 || participant.some((code) => keystone.participants.includes(code)))
  );
}

function compared(a: CursorKey, b: CursorKey, { turned }: Pick<KeystoneFilter, "turned">): number {
  const [most, named] = [Number(b[0]) - Number(a[0]), Number(b[1]) - Number(a[1])];
  const [nameA = "", nameB = ""] = [a[2], b[2]];
  return (turned ? -most : most) || named || (nameA < nameB ? -1 : nameA > nameB ? 1 : 0);
}
