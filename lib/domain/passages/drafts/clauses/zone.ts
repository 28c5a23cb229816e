// The part of a clause that says what is promised.
import { covers, type TextSpan } from "../../../base/sentences";
import type { ClauseAmount, FoundInText } from "../clause-amounts";
import { PASSIVE, RISES_TO } from "../words/item-words";
import type { Clause } from "./clause";

/** After the verb; the part before it too where nothing follows, or in a passive sentence. */
export function zoneOf(
  { start, end, cue, who, line }: Clause,
  amounts: readonly ClauseAmount[],
  { kinds, plain }: FoundInText,
): TextSpan {
  if (!cue || cue.start < start) {
    const opens = (who.spans[0]?.start ?? end) <= start + ARTICLE;
    return { start: opens ? Math.max(start, who.spans.at(-1)?.end ?? start) : start, end };
  }
  const after = { start: cue.start, end };
  if (RISES_TO.test(cue.words)) return after;
  if (PASSIVE.test(cue.words)) return { start, end };
  // "The package includes:": what its items say.
  if (line.opens) return { start: cue.end, end };
  const hasAmount = amounts.some(({ suggestion }) => covers(after, suggestion));
  // "Poland's 200 soldiers will guard the airport", "47 танків PT-91 передамо армії": what is before the verb.
  const isBefore = ({ suggestion }: ClauseAmount): boolean =>
    suggestion.end <= cue.start &&
    /^,?(?: [\p{L}\d/.–-]+){0,3} ?$/u.test(plain.slice(suggestion.end, cue.start));
  const doer = amounts.find(
    ({ suggestion }) => suggestion.end <= cue.start && cue.start - suggestion.end < 3,
  );
  if (hasAmount && doer?.suggestion.type === "quantity") return { start, end: cue.end };
  // "Дві системи ми передамо в липні, ще одну – восени".
  const isMore = ({ suggestion }: ClauseAmount): boolean =>
    suggestion.start > cue.end && /, ще $/u.test(plain.slice(cue.end, suggestion.start));
  if (amounts.some(isBefore) && amounts.some(isMore)) return { start, end };
  // "NOK 4 billion will finance …": the sum is the subject.
  if (doer || (!hasAmount && amounts.some(isBefore))) return { start, end };
  if (hasAmount || kinds.some((one) => covers(after, one))) return after;
  return { start, end };
}

const ARTICLE = 12;
