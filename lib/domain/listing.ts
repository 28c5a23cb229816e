// What may be asked of a list: which rows, in which order, from where on.
import type { ApprovalKind, ApprovalStatus } from "./approval";
import type { ContributionKind, Domain } from "./contribution";
import type { CursorKey } from "./cursor";
import type { Day } from "./day";
import type { LagGrouping } from "./entry-lag";
import type { FindingState } from "./finding";
import type { NamedMoment } from "./moment";
import type { Priority } from "./priority";
import type { ProposalStatus } from "./proposal";
import type { QuestionAbout, QuestionState } from "./question";
import type { Ownership } from "./source";
import type { Stage } from "./stages";
import type { Grouping } from "./summary";
import type { UnresolvedClass, UnresolvedCode } from "./unresolved";

export const PAGE_LIMIT = 50;
export const LARGEST_LIMIT = 200;
/** Totals are exact up to this many rows, then say "or more". */
export const COUNTED_TO = 1_000;

export const PLEDGE_SORTS = ["reference", "updatedAt", "dueOn", "unresolved"] as const;
export type PledgeSort = (typeof PLEDGE_SORTS)[number];

export const VOIDED = ["without", "only", "with"] as const;
export type Voided = (typeof VOIDED)[number];

/** Stands for "nobody" where an owner is asked for or grouped by. */
export const NOBODY = "none";

/** Stands for all there is to wait for, where pledges are asked for by what they wait for. */
export const ANYTHING = "any";

/** A search asks for each of its words. */
export const searchWords = (q: string | null): string[] => (q ?? "").split(/\s+/).filter(Boolean);

export interface Paged {
  /** The key of the last row already seen. */
  after: CursorKey | null;
  limit: number;
}

/** Empty lists ask for nothing in particular; several values mean any of them. */
export interface PledgeFilter extends Paged {
  participant: string[];
  priority: Priority[];
  stage: Stage[];
  /** Pledges with an item of one of these classes and, where both are given, of one of these codes. */
  class: UnresolvedClass[];
  code: UnresolvedCode[];
  /** E-mail addresses, or NOBODY. */
  owner: string[];
  kind: ContributionKind[];
  domain: Domain[];
  /** Names of leaves, or ANYTHING: open ones that wait for one of them. */
  waits: string[];
  q: string | null;
  voided: Voided;
  sort: PledgeSort;
  /** The order turned; what has no date comes last either way. */
  turned: boolean;
}

export const KEYSTONE_KINDS = ["trigger", "approval", "pledge"] as const;
export type KeystoneKind = (typeof KEYSTONE_KINDS)[number];

export const KEYSTONE_SORTS = ["necessary", "named", "frees", "freesAssumed"] as const;
export type KeystoneSort = (typeof KEYSTONE_SORTS)[number];

/** Most comes first, or last when turned. */
export interface KeystoneFilter extends Paged {
  kind: KeystoneKind[];
  /** Triggers that it is no gap to wait for: with what else there is, left out, or they alone. */
  dormant: "with" | "without" | "only";
  /** Those that a pledge of one of these names. */
  participant: string[];
  sort: KeystoneSort;
  turned: boolean;
}

export interface UnresolvedFilter extends Paged {
  group: Grouping;
  class: UnresolvedClass[];
  code: UnresolvedCode[];
  participant: string[];
  priority: Priority[];
  owner: string[];
  /** Only what came up on this day or later. */
  since: Day | null;
  /** A moment to compare with; its words as they were asked for. */
  against: { moment: NamedMoment; text: string } | null;
}

export interface SourceFilter extends Paged {
  q: string | null;
  ownership: Ownership[];
}

export interface ApprovalFilter extends Paged {
  participant: string[];
  kind: ApprovalKind[];
  status: ApprovalStatus[];
}

/** Proposals come oldest first. */
export interface ProposalFilter extends Paged {
  status: ProposalStatus[];
  participant: string[];
  priority: Priority[];
  subject: ("pledge" | "approval")[];
}

/** Findings come newest first. */
export interface FindingFilter extends Paged {
  state: FindingState[];
  /** As somebody names a record; several may be meant. */
  about: string | null;
  q: string | null;
}

/** Questions come newest first. */
export interface QuestionFilter extends Paged {
  state: QuestionState[];
  overdue: ("yes" | "no")[];
  about: QuestionAbout | null;
  code: UnresolvedCode[];
  participant: string[];
  priority: Priority[];
  /** Of the pledge. */
  owner: string[];
  q: string | null;
}

/** Pledges by how long it took until they were logged, the longest first. */
export interface LagFilter extends Paged {
  group: LagGrouping;
  /** Days on which they were logged. */
  from: Day | null;
  to: Day | null;
  participant: string[];
  priority: Priority[];
  /** Of the rows alone: with or without a day on which they were stated, and so many days or more. */
  stated: ("yes" | "no")[];
  least: number | null;
}

/** Rulings come newest first. */
export interface RulingFilter extends Paged {
  /** By reference. */
  pledge: string | null;
  participant: string[];
  priority: Priority[];
}

/** A page of a list. `next` is the cursor of the page after it. */
export interface Listed<T> {
  items: T[];
  next: string | null;
  total: number;
  /** The total stopped counting at COUNTED_TO. */
  capped: boolean;
}

/** The page of a list that asked for one row more than its limit: that one tells that another page follows. */
export function listed<T>(
  found: readonly T[],
  limit: number,
  total: number,
  cursorAfter: (last: T) => string,
): Listed<T> {
  const items = found.slice(0, limit);
  const last = found.length > items.length ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : cursorAfter(last), ...countedTo(total) };
}

/** A total as it is told: beyond COUNTED_TO nobody counts. */
export const countedTo = (total: number): Pick<Listed<never>, "total" | "capped"> => ({
  total: Math.min(total, COUNTED_TO),
  capped: total > COUNTED_TO,
});
