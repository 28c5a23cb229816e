// What may be meant by a passage of a text. It is shown, and a person takes it or leaves it: nothing is filled in by itself.
import type { StatedMoney } from "../import/amounts/money";
import type { ApprovalKind } from "../pledge/approval";
import type { CaveatCategory, ContributionKind, Domain, Money } from "../pledge/contribution";
import type { Day } from "../base/day";
import type { Participant } from "../people/participant";
import type { Priority } from "../base/priority";
import type { Quantity } from "../pledge/quantity";
import type { Trigger } from "../pledge/trigger";
import type { TextSpan } from "../base/sentences";

/** What is contributed, and in which domain; null: the words leave it open. */
export interface Capability {
  kind: ContributionKind | null;
  domain: Domain | null;
}

export type Meant =
  | { type: "participant"; value: string }
  | { type: "priority"; value: Priority }
  | { type: "quantity"; value: Quantity }
  /** With its qualifier where it isn't exact. */
  | { type: "money"; value: Money | StatedMoney }
  /** Null: a day that isn't whole. */
  | { type: "date"; value: Day | null }
  | { type: "window"; value: { start: Day | null; end: Day | null } }
  /** A trigger on record, or something of a participant; null: neither is known. */
  | { type: "condition"; value: { trigger: string } | { participant: string } | null }
  | { type: "approval"; value: { kind: ApprovalKind; body: string } }
  | { type: "capability"; value: Capability }
  | { type: "caveat"; value: CaveatCategory }
  | { type: "stage"; value: "DECLINED" };

export type Suggestion = TextSpan & Meant;

/** What the register knows, and when the text was published. */
export interface Known {
  participants: readonly Pick<Participant, "code" | "names">[];
  triggers: readonly Pick<Trigger, "code" | "title">[];
  publishedOn: Day | null;
}

/** Where a pattern is found. */
export function spansOf(text: string, pattern: RegExp): (TextSpan & { words: string })[] {
  const found: (TextSpan & { words: string })[] = [];
  for (const { index, 0: words } of text.matchAll(pattern)) {
    if (found.length === MOST_OF_A_KIND) break;
    found.push({ start: index, end: index + words.length, words });
  }
  return found;
}

/** A text that says the same thing more often isn't one. */
export const MOST_OF_A_KIND = 2_000;
