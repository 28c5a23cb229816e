// Reads a statement, clause by clause. Rules alone: the same text gives the same drafts.
import { countedIn } from "./clauses/counted-in";
import { daysIn } from "../days";
import type { TextSpan } from "../../base/sentences";
import { runSteps } from "../../conditions/circles";
import { actorsIn, signedBy } from "./words/capitals";
import { NUMBER } from "./words/item-words";
import { inOwnMoney, onlyCurrency } from "./words/own-money";
import { interviewed, personsIn } from "./words/persons";
import { spansByLine } from "./by-line";
import type { Clause } from "./clauses/clause";
import { clausesOf } from "./clauses/clauses";
import { pastAsidesIn } from "./clauses/doing";
import type { NamedSpan } from "../names";
import { approvalsIn } from "../phrases";
import { inParts, shifted } from "./in-parts";
import { conditionsReader, conditionSpans } from "./conditions";
import { conditionsOfDrafts } from "./attach";
import { withoutElaborations } from "./clauses/elaborated";
import { itemsOfClause } from "./items";
import { countableIn, kindsIn } from "./kinds";
import { textLines, type TextLine } from "./lines";
import { plainText } from "./plain-text";
import { isDeclining, isRepeat, repeated } from "./repeats";
import { shared } from "./shared";
import type {
  DraftedCondition,
  DraftedContent,
  DraftedPledge,
  PledgedItem,
  StatementContext,
  StatementRead,
} from "./statement";
import { whenIn, type When } from "./when";
import { officesIn } from "./clauses/offices";
import { STRANGER } from "./clauses/who";

/**
 * What the text says that participants will or may do (`drafts`), won't do (`refusals`), or have said before
 * (`repeats`): see `statement.ts`. History, and what others are asked for, is none of these.
 */
export const readStatement = (text: string, context: StatementContext): StatementRead =>
  runSteps(readingSteps(text, context));

/** The same in small steps, between which other work can run. */
export function* readingSteps(text: string, context: StatementContext): Generator<void, StatementRead> {
  const plain = plainText(text);
  const lines = textLines(text, plain, context.languages);
  yield;
  const named = yield* inParts(lines, text, (part) => actorsIn(part, context));
  const everyone = [...named, ...personsIn(plain, named)].sort((a, b) => a.start - b.start);
  yield;
  const names = everyone.filter(({ code }) => code !== STRANGER);
  const days = daysIn(text, context.statedOn);
  const kinds = yield* inParts(lines, plain, kindsIn);
  const amounts = yield* inParts(lines, text, (part, from) =>
    countedIn(
      part,
      shifted(days, -from, part.length),
      shifted(named, -from, part.length),
      countableIn(plain, kinds, from),
    ),
  );
  const currency = onlyCurrency(plain, amounts, context.speaker);
  const [namesIn, daysOf] = [spansByLine(lines, everyone), spansByLine(lines, days)];
  const [kindsOf, amountsOf] = [spansByLine(lines, kinds), spansByLine(lines, amounts)];
  const { byLine, aside } = yield* asidesOf(plain, lines, namesIn);
  const asidesIn = (line: TextLine): readonly TextSpan[] => aside.get(line) ?? [];
  const us = context.speaker === null ? signedBy(text, lines, names) : [context.speaker];
  const answering = us.length === 0 ? interviewed(plain, lines, names) : [];
  us.push(...answering);
  const speaker = context.speaker ?? answering[0] ?? null;
  const reading = {
    plain,
    withoutConditions: withoutSpans(plain, [...aside.values()].flat()),
    names,
    namesIn,
    offices: officesIn(plain, names, speaker),
    us,
    speaker,
    asidesIn,
    thingsIn: spansByLine(lines, [...amounts, ...kinds]),
  };
  const clauses = yield* clausesOf(lines, reading);
  const read: StatementRead = { drafts: [], refusals: [], repeats: [] };
  const promised: { clause: Clause; content: DraftedContent }[] = [];
  const settled = new Set<TextLine>();
  const promising = new Set<TextLine>();
  let lastItems: readonly PledgedItem[] = [];
  for (const clause of clauses) {
    yield;
    const { line } = clause;
    const found = { amounts: amountsOf(line), days: daysOf(line), kinds: kindsOf(line) };
    const items = itemsOfClause(clause, { text, plain, speaker, currency, ...found, asides: asidesIn(line) });
    // "Italy is ready to do the same."
    const isSame = items.length === 0 && DOES_THE_SAME.test(plain.slice(clause.start, clause.end));
    const last = promised.at(-1);
    const contents = shared(plain, clause, isSame ? lastItems : items, namesIn(line))
      .map(([who, item]) => contentOf(clause, who, inOwnMoney(plain, speaker, who, item)))
      .filter((content) => !isOfLast(plain, clause, content, last));
    if (items.length > 0) lastItems = items;
    if (contents.length > 0) promising.add(line);
    if (contents.length > 0 || isSaidOfUs(plain, clause)) settled.add(line);
    if (isDeclining(plain, clause)) read.refusals.push(...contents);
    else
      for (const content of contents)
        if (isRepeat(clause.does, content, context.earlier))
          read.repeats.push(repeated(content, context.earlier));
        else promised.push({ clause, content });
  }
  const conditionsOf = conditionsOfDrafts(
    plain,
    byLine,
    promised.map(({ clause }) => clause),
    { namesIn, isSettled: (line) => settled.has(line), isPromising: (line) => promising.has(line) },
  );
  const approvals = yield* inParts(lines, text, approvalsIn);
  const conditionOf = conditionsReader(text, names, context, approvals);
  for (const { clause, content } of promised) {
    const own = [content.participant ?? "", ...content.jointWith];
    const conditions = conditionsOf(clause, content.participant).map((span) => conditionOf(span, own));
    read.drafts.push(draftOf(clause, content, conditions, whenIn(text, clause, daysOf(clause.line))));
  }
  return { ...read, drafts: withoutElaborations(plain, read.drafts) };
}

/** Each line's conditions, and what it says of the past: neither is promised. */
function* asidesOf(
  plain: string,
  lines: readonly TextLine[],
  namesIn: (line: TextLine) => readonly NamedSpan[],
): Generator<void, Record<"byLine" | "aside", Map<TextLine, TextSpan[]>>> {
  const byLine = new Map<TextLine, TextSpan[]>();
  const aside = new Map<TextLine, TextSpan[]>();
  for (const line of lines) {
    const conditions = conditionSpans(plain, line, namesIn(line));
    byLine.set(line, conditions);
    aside.set(
      line,
      [...conditions, ...pastAsidesIn(plain, line)].sort((a, b) => a.start - b.start),
    );
    yield;
  }
  return { byLine, aside };
}

/** "The contingent will leave only once …": more about a promise of its paragraph, but no new one. */
const isOfLast = (
  plain: string,
  { does, isOfThing, line, start, end, cue }: Clause,
  { participant, kind, quantity, money, words }: DraftedContent,
  last: { clause: Clause; content: DraftedContent } | undefined,
): boolean =>
  last !== undefined &&
  isOfThing === true &&
  does === "WILL" &&
  !NUMBER.test(plain.slice(start, end)) &&
  !OURS.test(plain.slice(start, cue?.start ?? start)) &&
  money === null &&
  (quantity === null || quantity.kind === "NOT_STATED") &&
  last.clause.line !== line &&
  ((last.clause.line.paragraph === line.paragraph &&
    last.content.participant === participant &&
    last.content.kind === kind) ||
    isNamedAgain(plain, words.what, last.content, participant));

/** "«Кораблі чергуватимуть по два»", after "протимінні кораблі": the word alone, without what says which. */
const isNamedAgain = (
  plain: string,
  what: TextSpan | null,
  { quote, participant, jointWith }: DraftedContent,
  of: string | null,
): boolean =>
  what !== null &&
  what.end - what.start > STEM &&
  [participant, ...jointWith].includes(of) &&
  what.start - quote.end < NEXT &&
  /(?:^ ?|[.,:«“"„–—] ?|\n)$/u.test(plain.slice(quote.end, what.start)) &&
  plain
    .slice(quote.start, quote.end)
    .toLowerCase()
    .includes(plain.slice(what.start, what.start + STEM).toLowerCase());
const STEM = 5;
const NEXT = 200;

/** "If Moscow breaks the truce, we will go further" has a condition of its own; not so "it would move once …". */
const isSaidOfUs = (plain: string, { line, cue }: Clause): boolean =>
  plain.slice(line.start, cue?.start ?? line.start).search(line.tongue.we) >= 0;

/** "Our ships will escort …": others than those just promised. */
const OURS =
  /(?<![\p{L}])(?:our|its|their|his|her|nos|ses|leurs|notre|son|sa|наші|наша|наш|свої)(?![\p{L}])/iu;
const DOES_THE_SAME =
  /(?<![\p{L}])(?:do (?:the same|likewise|as much)|doing the same|follow suit|faire de même|(?:en )?fer(?:a|ont) (?:de même|autant)|en faire autant|(?:з?робити|зробить|зроблять) те саме|вчин(?:ити|ить|ять) так само|розгляда(?:є|ють|ємо) (?:таку|цю|таку ж) можливість|те саме (?:пообіця|заяви)(?:в|ла|ли))(?![\p{L}])/iu;

const draftOf = (
  clause: Clause,
  content: DraftedContent,
  conditions: DraftedCondition[],
  when: When | null,
): DraftedPledge => ({
  ...content,
  words: { ...content.words, when: when?.span ?? null },
  modality: clause.does === "MAY" ? "MAY" : "WILL",
  conditions,
  window: when?.window ?? null,
});

/** The same text with these places blank. */
function withoutSpans(plain: string, spans: readonly TextSpan[]): string {
  let [made, at] = ["", 0];
  for (const { start, end } of spans) {
    if (start < at) continue;
    made += plain.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return made + plain.slice(at);
}

function contentOf(clause: Clause, codes: readonly string[], item: PledgedItem): DraftedContent {
  return {
    participant: codes[0] ?? null,
    jointWith: codes.slice(1),
    onBehalfOf: clause.who.onBehalfOf,
    kind: item.kind,
    domain: item.domain,
    quantity: item.quantity,
    money: item.money,
    quote: { start: clause.start, end: clause.end },
    words: {
      who: clause.who.spans,
      says: clause.cue && { start: clause.cue.start, end: clause.cue.end },
      what: item.what,
      amount: item.amount,
      when: null,
    },
  };
}
