// Which conditions hold for which clauses: those in it, those its sentence or its list opens with, what the next sentence
// adds, and what is said of a whole section.
import { overlap, type TextSpan } from "../../base/sentences";
import type { Clause } from "./clauses";
import type { TextLine } from "./lines";

export type ConditionsOf = (clause: Clause, participant: string | null) => TextSpan[];

export function conditionsOfDrafts(
  plain: string,
  byLine: ReadonlyMap<TextLine, readonly TextSpan[]>,
  lines: readonly TextLine[],
  clauses: readonly Clause[],
): ConditionsOf {
  const withClauses = new Set(clauses.map(({ line }) => line));
  const general = new Map<TextLine, readonly TextSpan[]>();
  for (const [index, line] of lines.entries()) {
    const spans = byLine.get(line) ?? [];
    if (spans.length === 0 || withClauses.has(line)) continue;
    const words = plain.slice(line.start, line.end);
    const section = SECTION.exec(words)?.[1] ?? null;
    if (section !== null || ALL.test(words)) {
      for (const other of lines)
        if (
          section === null
            ? other.section === line.section && other.start > line.start
            : other.label === section
        )
          general.set(other, [...(general.get(other) ?? []), ...spans]);
      continue;
    }
    const before = lines[index - 1];
    if (before && before.paragraph === line.paragraph && withClauses.has(before))
      general.set(before, [...(general.get(before) ?? []), ...spans]);
  }
  return (clause) => {
    const { line, cue } = clause;
    const own = (byLine.get(line) ?? []).filter(
      (span) => overlap(span, clause) || span.start < Math.min(cue?.start ?? line.end, firstCue(line)),
    );
    const opening = line.head ? (byLine.get(line.head) ?? []) : [];
    return [...own, ...opening, ...(general.get(line) ?? [])].sort((a, b) => a.start - b.start);
  };

  function firstCue(line: TextLine): number {
    return Math.min(
      ...clauses.filter((one) => one.line === line).map(({ cue, start }) => cue?.start ?? start),
    );
  }
}

const SECTION =
  /(?<![\p{L}])(?:section|part|chapter|розділ\p{L}*|section|partie|titre) (\p{Lu}|[IVX]{1,4}|\d{1,2})(?![\p{L}])/u;
const ALL =
  /(?<![\p{L}])(?:all (?:of )?(?:these|the|contributions|commitments|pledges|deployments|this)|unless (?:otherwise )?stated|every (?:contribution|deployment)|these (?:commitments|contributions|deployments|measures)|усі|всі|кожен внесок|tous|toutes|l'ensemble|chaque contribution)(?![\p{L}])/iu;
