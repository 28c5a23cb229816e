import type { ContributionKind, Domain } from "../pledge/contribution";
import type { DayRange } from "./day-range";
import { ME, type Paged } from "../base/listing";
import type { Priority } from "../base/priority";
import type { TypedKeys } from "./typed-filter";
import type { Stage } from "../pledge/stages";
import type { UnresolvedCode } from "../unresolved/unresolved";
import type { UnresolvedClass } from "../unresolved/reasons";

export const PLEDGE_SORTS = ["reference", "updatedAt", "dueOn", "unresolved"] as const;
export type PledgeSort = (typeof PLEDGE_SORTS)[number];

export const VOIDED = ["without", "only", "with"] as const;
export type Voided = (typeof VOIDED)[number];

/** An empty list doesn't filter; several values mean any of them. */
export interface PledgeLists {
  /** Whose position it is: theirs, or a joint promise of theirs. */
  participant: string[];
  /** In whose rows it is shown without being a position: claimed, or on their behalf. */
  named: string[];
  priority: Priority[];
  stage: Stage[];
  /** Pledges with an item of one of these classes. Where codes are given too, the item must have one of them. */
  class: UnresolvedClass[];
  code: UnresolvedCode[];
  /** Email addresses, NOBODY, or ME. */
  owner: string[];
  kind: ContributionKind[];
  domain: Domain[];
  /** Names of leaves, or ANYTHING: open pledges that wait for one of them. */
  waits: string[];
}

/** Comparisons and exclusions came later: older filters lack them. */
export interface PledgeFilter extends PledgeLists, Paged {
  /** Values to exclude, list by list. */
  not?: Partial<PledgeLists> | null;
  /** Days since it was last confirmed; "none": never. Never is longer ago than anything. */
  age?: DayRange | null;
  /** Days until the next step is due, below 0 late; "none": no day. */
  due?: DayRange | null;
  q: string | null;
  voided: Voided;
  sort: PledgeSort;
  /** Reverse order; rows without a date come last either way. */
  turned: boolean;
}

export const NO_LISTS: PledgeLists = {
  participant: [],
  named: [],
  priority: [],
  stage: [],
  class: [],
  code: [],
  owner: [],
  kind: [],
  domain: [],
  waits: [],
};

/** What can be typed, by its stable word. */
export const PLEDGE_KEYS = {
  who: { parameter: "participant", is: "list" },
  stage: { parameter: "stage", is: "list" },
  priority: { parameter: "priority", is: "list" },
  kind: { parameter: "kind", is: "list" },
  area: { parameter: "domain", is: "list" },
  owner: { parameter: "owner", is: "list" },
  waits: { parameter: "waits", is: "list" },
  missing: { parameter: "code", is: "list" },
  open: { parameter: "class", is: "list" },
  age: { parameter: "age", is: "days" },
  due: { parameter: "due", is: "days" },
} as const satisfies TypedKeys;

/** The reader's own address in place of ME. */
export function ofReader<Filter extends Pick<PledgeFilter, "owner" | "not">>(
  { email }: { email: string },
  filter: Filter,
): Filter {
  const own = (owners: readonly string[]) => owners.map((owner) => (owner === ME ? email : owner));
  const { owner, not } = filter;
  return { ...filter, owner: own(owner), ...(not?.owner ? { not: { ...not, owner: own(not.owner) } } : {}) };
}
