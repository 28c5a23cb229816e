// The changes that a reader sees: a new pledge's contributions one by one, and no list that stayed empty.
import { isJsonList } from "@/lib/domain/base/canonical";
import { isNothing, ruledChanges, withoutIds } from "./logged-words";
import type { FieldChange } from "@/lib/domain/proposals/history";

/** `proposed`: the old value isn't known, so a proposal to empty a field counts as a change. */
export const shownChanges = (changes: readonly FieldChange[], proposed: boolean): FieldChange[] =>
  withoutIds(ruledChanges(changes))
    .filter(({ from, to }) => proposed || !(isNothing(from) && isNothing(to)))
    .flatMap(oneEach);

function oneEach(change: FieldChange): FieldChange[] {
  const { field, from, to } = change;
  if (field !== "contributions" || from !== null || !isJsonList(to) || to.length === 0) return [change];
  return to.map((line, index) => ({ field: `${field}.${index}`, from, to: line }));
}
