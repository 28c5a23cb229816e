// Clauses that are said to be no news.
import { matchesIn } from "../../../base/sentences";
import type { TextLine } from "../lines";
import { ADDED_TO } from "../words/denials";
import { NUMBER } from "../words/item-words";
import { hasNothing, type Clause, type ClauseReading } from "./clause";
import type { Cue } from "./cues";
import type { Who } from "./who";

/** "as announced in March" makes its clause a repetition, or the one that it opens. */
export function markRepeats(clauses: Clause[], cues: readonly Cue[]): void {
  for (const cue of cues) {
    if (cue.kind !== "AS_BEFORE" && cue.kind !== "ANNOUNCED") continue;
    const clause = clauses.findLast(({ start, end }) => start <= cue.start && cue.start < end) ?? clauses[0];
    if (!clause) continue;
    markRepeated(clause, cue.kind === "AS_BEFORE" ? "REPEATS" : "CONFIRMS");
    // "confirm the aim, set in February, to train …": also the clauses it continues with.
    for (const one of clauses.slice(clauses.indexOf(clause) + 1)) {
      if (clause.does !== "REPEATS" || one.does !== "CONFIRMS") break;
      one.does = "REPEATS";
    }
  }
}

/** "It comes on top of the 50 million announced in May": what it comes on top of is old. The cues that say so are used up. */
export function addedTo(
  clauses: Clause[],
  cues: readonly Cue[],
  line: TextLine,
  who: Who,
  { plain, thingsIn }: ClauseReading,
): readonly Cue[] {
  for (const { index, 0: words } of matchesIn(plain.slice(line.start, line.end), ADDED_TO)) {
    const start = line.start + index + words.length;
    const told = cues.find((one) => one.start > start && OLD.has(one.kind));
    if (!told) continue;
    const of = { start, end: told.start };
    if (hasNothing(of, thingsIn(line)) && !NUMBER.test(plain.slice(of.start, of.end))) continue;
    if (/[;:]|, (?:we|nous|ми) /iu.test(plain.slice(start, told.start))) continue;
    const within = clauses.findIndex(
      ({ cue }) => cue && cue.start >= line.start + index && cue.start < told.start,
    );
    if (within >= 0) clauses.splice(within, 1);
    const clause = clauses.find((one) => one.start <= start && start < one.end);
    const rest = plain.slice(told.end, line.end);
    const comma = index < 2 ? rest.indexOf(", ") : -1;
    const end = comma < 0 ? line.end : told.end + comma;
    if (clause) {
      if (end < line.end) clause.start = Math.min(end + 1, clause.cue?.start ?? end);
      else clause.end = line.start + index;
    }
    const said = clause?.who ?? who;
    clauses.push({ start, end, does: "REPEATS", cue: null, who: said, line });
    return cues.filter((one) => one.start < start || one.start >= end);
  }
  return cues;
}
const OLD: ReadonlySet<string> = new Set(["AS_BEFORE", "ANNOUNCED", "REPEATS"]);

export function markRepeated(clause: Clause, as: "REPEATS" | "CONFIRMS" = "REPEATS"): void {
  if (clause.does === "WILL" || clause.does === "MAY") clause.does = as;
  // "confirms the 25 instructors offered in February": said twice over.
  else if (clause.does === "CONFIRMS") clause.does = "REPEATS";
}

/** "“No Italian soldiers in Ukraine”, she repeated", "repeated that no soldier would go". */
export const isDeniedAgain = (plain: string, { start, end }: TextLine, cue: Cue): boolean =>
  NO_QUOTED.test(plain.slice(start, cue.start)) || NO_REPEATED.test(plain.slice(cue.end, end));
const NO_QUOTED = /^[«“"„] ?(?:pas (?:d|un)|aucun|no |not |never |жодн|ні )\P{M}{8,}[»”"]/iu;
const NO_REPEATED = /^ *(?:that|que|, що|:) *[«“"„]? ?(?:pas (?:une? |d)|aucun|no |not |жодн|ні )/iu;

/** "That is the sum already announced": what the sentence before said is not new. */
export const OF_THAT =
  /^(?:this|that|these|those|it|none of (?:this|that)|c'est|je (?:le|la|les) (?:confirm|répèt|redi|maintien)\p{L}+(?![^.;]{0,80} ?:)|(?:I|we) (?:confirm|repeat|reiterate) (?:it|that|this)|cela|ce |ces |il s'agit|це |ця |ці |цей |йдеться|мова)/iu;
/** "Concretely, …": what the sentence before said in general. */
export const IN_DETAIL =
  /^(?:concretely|specifically|in concrete terms|more precisely|to be precise|in practice|in detail|namely|concrètement|plus précisément|en pratique|dans le détail|à savoir|конкретно|а саме|точніше|зокрема|якщо конкретно)(?![\p{L}])/iu;
