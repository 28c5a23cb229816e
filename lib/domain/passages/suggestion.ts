// A possible meaning of a passage. It is shown for a person to accept or ignore: nothing is filled in automatically.
import type { ApprovalKind } from "../pledge/approval";
import type { CaveatCategory, ContributionKind, Domain } from "../pledge/contribution";
import type { Money } from "../pledge/money";
import type { Day } from "../base/day";
import type { Participant } from "../people/participant";
import type { Priority } from "../base/priority";
import type { Quantity } from "../pledge/quantity";
import type { Trigger } from "../pledge/trigger";
import { type TextSpan, matchesIn } from "../base/sentences";

/** A kind of contribution and its domain; null: the words don't say. */
export interface Capability {
  kind: ContributionKind | null;
  domain: Domain | null;
}

export type Meant =
  | { type: "participant"; value: string }
  | { type: "priority"; value: Priority }
  | { type: "quantity"; value: Quantity }
  | { type: "money"; value: Money }
  /** Null: an incomplete date. */
  | { type: "date"; value: Day | null }
  | { type: "window"; value: { start: Day | null; end: Day | null } }
  /** A trigger on record, or a participant's decision; null: neither is known. */
  | { type: "condition"; value: { trigger: string } | { participant: string } | null }
  | { type: "approval"; value: { kind: ApprovalKind; body: string } }
  | { type: "capability"; value: Capability }
  | { type: "caveat"; value: CaveatCategory }
  | { type: "stage"; value: "DECLINED" };

export type Suggestion = TextSpan & Meant;

/** Known records, and when the text was published. */
export interface Known {
  participants: readonly Pick<Participant, "code" | "names">[];
  triggers: readonly Pick<Trigger, "code" | "title">[];
  publishedOn: Day | null;
}

/** All matches of a pattern. */
export function spansOf(text: string, pattern: RegExp): (TextSpan & { words: string })[] {
  const found: (TextSpan & { words: string })[] = [];
  for (const { index, 0: words } of matchesIn(text, pattern)) {
    if (found.length === MOST_OF_A_KIND) break;
    found.push({ start: index, end: index + words.length, words });
  }
  return found;
}

/** A limit: no real text says one thing more often. */
export const MOST_OF_A_KIND = 2_000;
