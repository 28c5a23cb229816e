// What of a change a reader is shown: each contribution that came with a pledge on its own, and no list that was and is empty.
import type { Json } from "@/lib/domain/base/canonical";
import type { FieldChange } from "@/lib/domain/proposals/history";

/** `wished`: what was before isn't known, so that to ask for nothing is a change. */
export const shownChanges = (changes: readonly FieldChange[], wished: boolean): FieldChange[] =>
  changes.filter(({ from, to }) => wished || !(isNothing(from) && isNothing(to))).flatMap(oneEach);

function oneEach(change: FieldChange): FieldChange[] {
  const { field, from, to } = change;
  if (field !== "contributions" || from !== null || !isList(to) || to.length === 0) return [change];
  return to.map((line, index) => ({ field: `${field}.${index}`, from, to: line }));
}

const isNothing = (value: Json): boolean => value === null || (isList(value) && value.length === 0);

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
