// Which conditions hold for which clauses: those in it, those its sentence or its list opens with, what the next sentence
// adds, and what is said of a whole section.
import type { TextSpan } from "../../base/sentences";
import type { NamedSpan } from "../names";
import type { Clause } from "./clauses/clause";
import type { TextLine } from "./lines";
import { CONDITIONS_FOLLOW } from "./words/condition-words";

export type ConditionsOf = (clause: Clause, participant: string | null) => TextSpan[];

interface Added {
  spans: readonly TextSpan[];
  /** Of the participants it names; null: of all. */
  codes: readonly string[] | null;
  holdsFor: (line: TextLine, participant: string | null) => boolean;
}

export function conditionsOfDrafts(
  plain: string,
  byLine: ReadonlyMap<TextLine, readonly TextSpan[]>,
  clauses: readonly Clause[],
  namesIn: (line: TextLine) => readonly NamedSpan[],
): ConditionsOf {
  const clausesIn = new Map<TextLine, Clause[]>();
  for (const clause of clauses) {
    const others = clausesIn.get(clause.line);
    if (others) others.push(clause);
    else clausesIn.set(clause.line, [clause]);
  }
  const general: Added[] = [];
  const next = new Map<TextLine, Added>();
  const listed = new Map<TextLine, TextSpan[]>();
  const isListed = (head: TextLine): boolean => CONDITIONS_FOLLOW.test(plain.slice(head.start, head.end));
  let before: TextLine | null = null;
  let promising: TextLine | null = null;
  for (const [line, spans] of byLine) {
    if (clausesIn.has(line)) promising = line;
    const { head } = line;
    if (head && isListed(head)) {
      const target = clausesIn.has(head) ? head : promising;
      if (target) listed.set(target, [...(listed.get(target) ?? []), ...spans]);
    } else if (spans.length > 0 && !clausesIn.has(line)) {
      const words = plain.slice(line.start, line.end);
      const section = SECTION.exec(words)?.[1] ?? null;
      const numbers = numbersIn(words);
      if (numbers.size > 0) {
        const but = EXCEPT.exec(words)?.index ?? line.end;
        const spared = namesIn(line).filter(
          ({ start }) => start >= line.start + but && start < (spans[0]?.start ?? 0),
        );
        const holdsFor: Added["holdsFor"] = (other, one) =>
          numbers.has(other.number) &&
          other.number !== line.number &&
          !spared.some(({ code }) => code === one);
        if (general.length < MOST_GENERAL) general.push({ spans, codes: null, holdsFor });
      } else if (section !== null || ALL.test(words)) {
        const { section: own, start } = line;
        const holdsFor = (other: TextLine): boolean =>
          section === null ? other.section === own && other.start > start : other.label === section;
        if (general.length < MOST_GENERAL) general.push({ spans, codes: null, holdsFor });
      } else if (before?.head && before.isItem && !line.isItem) {
        // "The package needs the consent of parliament", behind a list: all its items do.
        const list = before.head;
        if (general.length < MOST_GENERAL)
          general.push({ spans, codes: null, holdsFor: (other) => other.head === list });
      } else if (before?.paragraph === line.paragraph) {
        const named = namesIn(line).filter(({ end }) => end <= (spans[0]?.start ?? 0));
        const codes = named.length === 0 ? null : named.map(({ code }) => code);
        next.set(before, { spans, codes, holdsFor: () => true });
      }
    }
    before = line;
  }
  return (clause, participant) => {
    const { line } = clause;
    const others = clausesIn.get(line) ?? [];
    const first = others[0]?.cue?.start ?? others[0]?.start ?? line.start;
    const after = others.find(({ start }) => start > clause.start)?.start ?? line.end;
    const chain = others.filter(({ start }) => start > clause.start);
    const isOne = chain.every(({ who }) => who.codes.join() === clause.who.codes.join());
    // "will send ships and train soldiers, if parliament agrees": both.
    const closes = ({ start, end }: TextSpan): boolean =>
      isOne && end >= line.end - 2 && plain.slice(start - 2, start) === ", ";
    const own = (byLine.get(line) ?? []).filter(
      (one) => one.start < first || (one.end > clause.start && one.start < after) || closes(one),
    );
    const opening = line.head ? (byLine.get(line.head) ?? []) : [];
    const added = [...general, ...(next.has(line) ? [next.get(line)] : [])].flatMap((one) =>
      one?.holdsFor(line, participant) && (one.codes?.includes(participant ?? "") ?? true) ? one.spans : [],
    );
    return [...own, ...opening, ...(listed.get(line) ?? []), ...added].sort((a, b) => a.start - b.start);
  };
}

/** "The offers in paragraphs 3 and 4", "пункти 2–5". */
function numbersIn(words: string): ReadonlySet<string> {
  const said = REFERS.exec(words)?.[1] ?? "";
  const ends = [...said.matchAll(/\d{1,2}/gu)].map(([number]) => Number(number));
  const [first = 0, last = 0] = ends;
  if (ends.length === 2 && TO.test(said))
    return new Set(
      Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index)),
    );
  return new Set(ends.map(String));
}
const TO = /to|through|à|до|по|–|-/u;
const REFERS =
  /(?<![\p{L}])(?:paragraphs?|points?|items?|clauses?|paragraphes?|alinéas?|пункт\p{L}{0,4}|абзац\p{L}{0,4}) (\d{1,2}(?:(?:,? (?:and|et|і|й|та|to|through|à|до|по|or|ou) |, | ?[–-] ?)\d{1,2}){0,8})(?![\d%])/iu;
const EXCEPT =
  /(?<![\p{L}])(?:except|excluding|other than|apart from|save|à l'exception|sauf|hormis|excepté|крім|окрім|за винятком)(?![\p{L}])/iu;

/** A text with more conditions for all of it says the same one again and again. */
const MOST_GENERAL = 20;
const SECTION =
  /(?<![\p{L}])(?:section|part|chapter|розділ\p{L}*|partie|titre) (\p{Lu}|[IVX]{1,4}|\d{1,2})(?![\p{L}])/u;
const ALL =
  /(?<![\p{L}])(?:all (?:of )?(?:these|the|our|contributions|commitments|pledges|deployments|this)|unless (?:otherwise )?stated|every (?:contribution|deployment)|these (?:commitments|contributions|deployments|measures)|усі|всі|кожен внесок|tous|toutes|l'ensemble|chaque contribution|ces (?:engagements|contributions))(?![\p{L}])/iu;
