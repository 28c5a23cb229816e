// What it takes to show beside an item that it was asked, or to offer that it is.
import type { Actor } from "@/lib/domain/people/actor";
import type { Day } from "@/lib/domain/base/day";
import type { AskedQuestion } from "@/lib/domain/oversight/question-sheet";

export interface Asking {
  actor: Actor;
  /** The open ones, by `askedKey`. */
  open: ReadonlyMap<string, AskedQuestion>;
  today: Day;
}
