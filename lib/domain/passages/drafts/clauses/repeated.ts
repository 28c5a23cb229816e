// What is said to be no news.
import type { Clause } from "./clause";
import type { Cue } from "./cues";

/** "as announced in March" makes its clause a repetition, or the one that it opens. */
export function markRepeats(clauses: Clause[], cues: readonly Cue[]): void {
  for (const cue of cues) {
    if (cue.kind !== "AS_BEFORE" && cue.kind !== "ANNOUNCED") continue;
    const clause = clauses.findLast(({ start, end }) => start <= cue.start && cue.start < end) ?? clauses[0];
    if (clause) markRepeated(clause, cue.kind === "AS_BEFORE" ? "REPEATS" : "CONFIRMS");
  }
}

export function markRepeated(clause: Clause, as: "REPEATS" | "CONFIRMS" = "REPEATS"): void {
  if (clause.does === "WILL" || clause.does === "MAY") clause.does = as;
  // "confirms the 25 instructors offered in February": said twice over.
  else if (clause.does === "CONFIRMS") clause.does = "REPEATS";
}

/** "That is the sum already announced": what the sentence before said is not new. */
export const OF_THAT =
  /^(?:this|that|these|those|it|none of (?:this|that)|c'est|cela|ce |ces |il s'agit|це |ця |ці |цей |йдеться|мова)/iu;
/** "Concretely, …": what the sentence before said in general. */
export const IN_DETAIL =
  /^(?:concretely|specifically|in concrete terms|more precisely|to be precise|in practice|in detail|namely|concrètement|plus précisément|en pratique|dans le détail|à savoir|конкретно|а саме|точніше|зокрема|якщо конкретно)(?![\p{L}])/iu;
