// What an item needs to show its open question, or to offer asking one.
import type { Actor } from "@/lib/domain/people/actor";
import type { Day } from "@/lib/domain/base/day";
import type { AskedQuestion } from "@/lib/domain/oversight/question-details";

export interface QuestionContext {
  actor: Actor;
  /** Open questions, by `askedKey`. */
  open: ReadonlyMap<string, AskedQuestion>;
  today: Day;
}
