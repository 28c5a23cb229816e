import type { Assumption } from "@/lib/domain/history/scenarios/assumption";
import type { AssumptionNames } from "@/lib/domain/history/scenarios/scenario-details";
import { withMarking } from "../coalition-only";
import { moneyWords } from "./domain-words";
import { inSentence } from "./in-sentence";
import { leafTitle } from "./leaf-words";
import { numberInWords } from "../numbers";
import { translator } from "../translator";

const t = translator("scenarios");
const domain = translator("domain");

/** "House of Commons, parliament vote: refused", "US-4-001 has reached Committed". */
export function assumptionWords(one: Assumption, { facts, lines }: AssumptionNames): string {
  if ("trigger" in one) return t(`supposed.trigger.${one.state}`, { title: leafTitle(one, facts) });
  if ("approval" in one) return t(`supposed.approval.${one.status}`, { title: leafTitle(one, facts) });
  if ("pledge" in one)
    return withMarking(t("supposed.pledge", { pledge: one.pledge, stage: domain(`stage.${one.atLeast}`) }));
  const line = lines[one.contribution];
  const amount =
    "currency" in one
      ? moneyWords({ amount: one.amount, currency: one.currency })
      : `${numberInWords(one.quantity)} ${domain(`unit.${one.unit}`, { n: one.quantity })}`;
  if (!line) return t("supposed.strangeLine", { amount });
  const kind = inSentence(domain(`contributionKind.${line.line.kind}`));
  return withMarking(t("supposed.contribution", { pledge: line.reference, kind, amount }));
}

/** The participant whose decision it is; null: not only one participant's. */
export function decidedBy(one: Assumption, { facts, lines }: AssumptionNames): string | null {
  if ("trigger" in one) return null;
  if ("approval" in one) return facts.approvals.find(({ id }) => id === one.approval)?.participant ?? null;
  if ("contribution" in one) return lines[one.contribution]?.participant ?? null;
  return facts.pledges.find(({ reference }) => reference === one.pledge)?.participant ?? null;
}
