// What a statement says its participants will, may or won't do, as drafts that a person accepts, changes or skips. Nothing
// is logged from here. All spans are positions in the text (UTF-16 units, end exclusive).
import type { ApprovalKind } from "../../pledge/approval";
import type { Contribution, ContributionKind, Domain } from "../../pledge/contribution";
import type { Day } from "../../base/day";
import type { Language } from "../../base/language";
import type { Money } from "../../pledge/money";
import type { Quantity } from "../../pledge/quantity";
import type { TextSpan } from "../../base/sentences";
import type { Known } from "../suggestion";

/** What is known of a text before it is read. */
export interface StatementContext {
  /** The text's own languages. Words of the others are read as well: a text may quote them. */
  languages: readonly Language[];
  /** The day of the statement: days without a year take its year. */
  statedOn: Day | null;
  /** Code of the participant that says "we"; null: a text of several, or of nobody in particular. */
  speaker: string | null;
  participants: Known["participants"];
  triggers: Known["triggers"];
  /** Pledges on record that the text may repeat, or make conditions of. */
  earlier: readonly EarlierPledge[];
}

export interface EarlierPledge {
  reference: string;
  participant: string;
  title: string;
  contributions: readonly Pick<Contribution, "kind" | "quantity" | "money">[];
}

/** In the order of the text. */
export interface StatementRead {
  drafts: DraftedPledge[];
  refusals: DraftedRefusal[];
  repeats: RepeatedPledge[];
}

/** Who, what and how much: the same for all three. */
export interface DraftedContent {
  /** Code of the one that promises; null: the text doesn't say who, so a person does. */
  participant: string | null;
  /** "together with": codes of the others that promise the same thing jointly. */
  jointWith: string[];
  onBehalfOf: string[];
  kind: ContributionKind | null;
  domain: Domain | null;
  /** Only as the text states it, by the reader of amounts. Both null: no amount was read, so a person is asked. */
  quantity: Quantity | null;
  money: Money | null;
  /** The clause that says it, which may begin with the line before a list. */
  quote: TextSpan;
  /** The words that each part was read from, in the order of the text; some lie outside of the quote. */
  words: DraftWords;
}

export interface DraftWords {
  who: TextSpan[];
  /** "will send", "не направить": what makes it a promise, a possibility, a refusal or a repetition. */
  says: TextSpan | null;
  what: TextSpan | null;
  amount: TextSpan[];
  when: TextSpan | null;
}

/** `MAY`: it could, considers, is ready to. */
export const MODALITIES = ["WILL", "MAY"] as const;
export type Modality = (typeof MODALITIES)[number];

export interface DraftedPledge extends DraftedContent {
  modality: Modality;
  /** All of them must hold. */
  conditions: DraftedCondition[];
  /** By when, or between which days; null where no day is said. */
  window: { start: Day | null; end: Day | null } | null;
}

/** With basis STATED: the text itself says it. Its words are the span. */
export interface DraftedCondition extends TextSpan {
  basis: "STATED";
  names: NamedCondition;
}

/** What a condition waits for. `pledge` null: a participant's decision or support, of which no pledge is known. */
export type NamedCondition =
  | { is: "trigger"; trigger: string }
  | { is: "approval"; kind: ApprovalKind; body: string }
  | { is: "pledge"; participant: string; pledge: string | null }
  | { is: "unknown" };

/** "will not send troops". */
export type DraftedRefusal = DraftedContent;

/** "reaffirmed the 200 soldiers announced in March": evidence on an earlier pledge. */
export interface RepeatedPledge extends DraftedContent {
  /** Reference of the earlier pledge that fits best; null: none fits, or several do. */
  earlier: string | null;
}

/** What a clause promises, before it is known who promises it. */
export type PledgedItem = Pick<DraftedContent, "kind" | "domain" | "quantity" | "money"> & {
  what: TextSpan | null;
  amount: TextSpan[];
};
