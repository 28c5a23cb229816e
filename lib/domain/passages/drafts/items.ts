// What a clause promises, and how much of it: one draft for each thing, and for each participant that promises its own.
import { covers, overlap, type TextSpan } from "../../base/sentences";
import type { Suggestion } from "../suggestion";
import type { Clause } from "./clauses";
import type { DraftedCondition, DraftedContent, DraftedPledge, NamedCondition } from "./statement";

/** What was found in the whole text. */
export interface FoundInText {
  text: string;
  plain: string;
  days: readonly Suggestion[];
  amounts: readonly Suggestion[];
  capabilities: readonly Suggestion[];
  conditions: readonly Suggestion[];
  approvals: readonly Suggestion[];
}

type Item = Pick<DraftedContent, "kind" | "domain" | "quantity" | "money"> & {
  what: TextSpan | null;
  amount: TextSpan[];
};

export function draftsOfClause(clause: Clause, facts: FoundInText): DraftedPledge[] {
  const { who, cue, span } = clause;
  const conditions = facts.conditions.filter((one) => overlap(one, clause.sentence));
  const when = facts.days.find((one) => covers(span, one)) ?? null;
  const parties: (readonly [string | null, string[]])[] =
    who.how === "TOGETHER" || who.codes.length === 0
      ? [[who.codes[0] ?? null, who.codes.slice(1)]]
      : who.codes.map((code) => [code, []] as const);
  return itemsOf(clause, facts).flatMap((item) =>
    parties.map(([participant, jointWith]): DraftedPledge => ({
      participant,
      jointWith,
      onBehalfOf: [],
      kind: item.kind,
      domain: item.domain,
      quantity: item.quantity,
      money: item.money,
      quote: span,
      words: {
        who: who.spans,
        says: { start: cue.start, end: cue.end },
        what: item.what,
        amount: item.amount,
        when: when && { start: when.start, end: when.end },
      },
      modality: clause.does === "MAY" ? "MAY" : "WILL",
      conditions: conditions.map((one) => conditionOf(one, facts)),
      window: windowOf(when),
    })),
  );
}

function itemsOf({ span }: Clause, facts: FoundInText): Item[] {
  const amounts = facts.amounts.filter((one) => covers(span, one));
  const capabilities = facts.capabilities.filter((one) => covers(span, one));
  const named = capabilities[0];
  const kind = named?.type === "capability" ? named.value.kind : null;
  const domain = named?.type === "capability" ? named.value.domain : null;
  const what = named ? { start: named.start, end: named.end } : null;
  if (amounts.length === 0)
    return what ? [{ kind, domain, quantity: null, money: null, what, amount: [] }] : [];
  return amounts.map((one) => ({
    kind: one.type === "money" ? "FUNDING" : kind,
    domain,
    quantity: one.type === "quantity" ? one.value : null,
    money: one.type === "money" ? one.value : null,
    what,
    amount: [{ start: one.start, end: one.end }],
  }));
}

function conditionOf(found: Suggestion, { approvals }: FoundInText): DraftedCondition {
  const { start, end } = found;
  return { start, end, basis: "STATED", names: namedBy(found, approvals) };
}

function namedBy(found: Suggestion, approvals: readonly Suggestion[]): NamedCondition {
  const approval = approvals.find((one) => overlap(one, found));
  if (approval?.type === "approval") return { is: "approval", ...approval.value };
  if (found.type !== "condition" || found.value === null) return { is: "unknown" };
  return "trigger" in found.value
    ? { is: "trigger", trigger: found.value.trigger }
    : { is: "pledge", participant: found.value.participant, pledge: null };
}

function windowOf(when: Suggestion | null): DraftedPledge["window"] {
  if (when?.type === "window") return when.value;
  return when?.type === "date" && when.value !== null ? { start: null, end: when.value } : null;
}
