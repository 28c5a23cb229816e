// All suggestions for a text, with positions. Only rules, no guessing: the same text gives the same suggestions.
import { amountsIn } from "./amounts";
import { capabilitiesIn } from "./capabilities";
import { conditionsInText, seatsIn } from "./conditions";
import { daysIn } from "./days";
import { namesInText } from "./names";
import { approvalsIn, caveatsIn, prioritiesIn, refusalsIn } from "./phrases";
import { TakenSpans, type TextSpan } from "../base/sentences";
import type { Known, Suggestion } from "./suggestion";

const MOST_SUGGESTIONS = 2_000;

export function suggest(text: string, { participants, triggers, publishedOn }: Known): Suggestion[] {
  const names = namesInText(text, participants);
  const known = new Set(participants.map(({ code }) => code));
  const seats = seatsIn(text, names).filter(({ code }) => known.has(code));
  const days = daysIn(text, publishedOn);
  const conditions = conditionsInText(text, [...names], triggers);
  const refusals = refusalsIn(text);
  const approvals = approvalsIn(text);
  const amounts = amountsIn(text, days);
  const sums = new TakenSpans(
    text,
    amounts.filter(({ type }) => type === "money"),
  );
  // The "Canadian" of Canadian dollars names no participant.
  const meant = names.filter((one) => !one.people || !sums.has(one));
  const who: Suggestion[] = [...meant, ...seats].map(({ start, end, code }) => ({
    start,
    end,
    type: "participant",
    value: code,
  }));
  const all = [
    ...who,
    ...days,
    ...amounts,
    ...apartFrom(text, conditions, approvals),
    ...approvals,
    ...apartFrom(text, capabilitiesIn(text), refusals),
    ...caveatsIn(text),
    ...refusals,
    ...apartFrom(text, prioritiesIn(text), refusals),
  ];
  return all.sort((a, b) => a.start - b.start || b.end - a.end).slice(0, MOST_SUGGESTIONS);
}

/** Drops those that overlap one of the others. */
function apartFrom(text: string, found: readonly Suggestion[], others: readonly TextSpan[]): Suggestion[] {
  const taken = new TakenSpans(text, others);
  return found.filter((one) => !taken.has(one));
}
