// Who promises together with a clause's participants, or promises one of its things alone.
import type { NamedSpan } from "../../names";
import type { PledgedItem } from "../statement";
import type { Clause } from "./clause";
import { codesOf, groupsOf, STRANGER } from "./who";

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

/** "France will give €200 million and Germany €300 million". */
export function ownerOf(
  plain: string,
  clause: Clause,
  { amount, what }: PledgedItem,
  names: readonly NamedSpan[],
): string | null {
  const start = amount[0]?.start ?? what?.start;
  if (start === undefined) return null;
  const owner = names.find(
    ({ end, people, code, start: from }) =>
      !people &&
      code !== STRANGER &&
      // "Germany €300 million"; but not "all EU sanctions", nor "передасть Силам України шість вертольотів".
      JOINS_OWNER.test(plain.slice(Math.max(0, from - 20), from)) &&
      from >= clause.start &&
      // "will lend Ukraine €90 million": to whom.
      (clause.cue === null || from < clause.cue.start || from > clause.cue.end + 1) &&
      end < start &&
      /^(?:,| [–—-]|:)? $/u.test(plain.slice(end, start)) &&
      !clause.line.tongue.preposition.test(plain.slice(Math.max(0, from - 30), from)),
  );
  const { codes, spans } = clause.who;
  // "Both will give aircraft: the Netherlands six, Belgium four."
  const isOneOf = codes.length > 1 && !spans.some((one) => one.start === owner?.start);
  return owner && (isOneOf || !codes.includes(owner.code)) ? owner.code : null;
}

const JOINS_OWNER =
  /(?:[,;:–—(]|(?<![\p{L}])(?:and|et|та|і|й|а|while|whereas|tandis que|puis)) (?:the |la |le |les |l')?$/u;
