import type { ContributionKind, Domain } from "../pledge/contribution";
import type { Paged } from "../base/listing";
import type { Priority } from "../base/priority";
import type { Stage } from "../pledge/stages";
import type { UnresolvedClass, UnresolvedCode } from "../unresolved/unresolved";

export const PLEDGE_SORTS = ["reference", "updatedAt", "dueOn", "unresolved"] as const;
export type PledgeSort = (typeof PLEDGE_SORTS)[number];

export const VOIDED = ["without", "only", "with"] as const;
export type Voided = (typeof VOIDED)[number];

/** An empty list doesn't filter; several values mean any of them. */
export interface PledgeFilter extends Paged {
  /** Whose position it is: theirs, or a joint promise of theirs. */
  participant: string[];
  /** In whose rows it is shown without being a position: claimed, or on their behalf. */
  named: string[];
  priority: Priority[];
  stage: Stage[];
  /** Pledges with an item of one of these classes. Where codes are given too, the item must have one of them. */
  class: UnresolvedClass[];
  code: UnresolvedCode[];
  /** Email addresses, or NOBODY. */
  owner: string[];
  kind: ContributionKind[];
  domain: Domain[];
  /** Names of leaves, or ANYTHING: open pledges that wait for one of them. */
  waits: string[];
  q: string | null;
  voided: Voided;
  sort: PledgeSort;
  /** Reverse order; rows without a date come last either way. */
  turned: boolean;
}
