// Who promises with those that a clause is of.
import type { NamedSpan } from "../../names";
import type { Clause } from "./clause";
import { codesOf, groupsOf } from "./who";

/** "We will open a camp together with Norway", "Nous financerons, avec la Belgique, un centre": one thing of all of them. */
export function partnersIn(
  plain: string,
  { start, end, who, line }: Clause,
  names: readonly NamedSpan[],
): string[] {
  if (who.codes.length === 0) return [];
  const within = names.filter((one) => one.start >= start && one.end <= end && !one.people);
  const groups = groupsOf(plain, within, line.tongue).filter(([first, ...others]) => {
    const before = plain.slice(Math.max(start, (first?.start ?? start) - FAR), first?.start);
    const after = plain.slice(others.at(-1)?.end ?? first?.end ?? end, end);
    return (
      (line.tongue.togetherWith.test(before) && !MADE_WITH.test(before)) ||
      (WITH.test(before) && after.startsWith(","))
    );
  });
  return codesOf(groups.flat()).filter((code) => code !== "UA" && !who.codes.includes(code));
}
const FAR = 60;
/** "ambulances achetées conjointement avec les Pays-Bas". */
const MADE_WITH =
  /(?:\p{L}ée?s?|\p{L}ed|bought|built|made|\p{L}(?:ен|ан)\p{L}{1,3}) (?:together|jointly|ensemble|conjointement|de concert|разом|спільно) \p{L}{1,4} (?:\p{L}{1,3}[ '])?$/iu;
const WITH = /(?:^|, )(?:with|avec|разом із|разом з) (?:the |la |le |les |l')?$/iu;
