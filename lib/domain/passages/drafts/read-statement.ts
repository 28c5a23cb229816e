// Reads a statement, clause by clause. Rules alone: the same text gives the same drafts.
import { amountsIn } from "../amounts";
import { daysIn } from "../days";
import type { TextSpan } from "../../base/sentences";
import { actorsIn, interviewed, signedBy } from "./words/capitals";
import { spansByLine } from "./by-line";
import type { Clause } from "./clauses/clause";
import { clausesOf } from "./clauses/clauses";
import { conditionsReader, conditionSpans } from "./conditions";
import { conditionsOfDrafts } from "./attach";
import { itemsOfClause, type PledgedItem } from "./items";
import { kindsIn } from "./kinds";
import { textLines, type TextLine } from "./lines";
import { plainText } from "./plain-text";
import { isRepeat, repeated } from "./repeats";
import { shared } from "./shared";
import type { DraftedContent, StatementContext, StatementRead } from "./statement";
import { whenIn } from "./when";
import { STRANGER } from "./clauses/who";

/**
 * What the text says that participants will or may do (`drafts`), won't do (`refusals`), or have said before
 * (`repeats`): see `statement.ts`. History, and what others are asked for, is none of these.
 */
export function readStatement(text: string, context: StatementContext): StatementRead {
  const plain = plainText(text);
  const lines = textLines(text, plain, context.languages);
  const everyone = actorsIn(text, context);
  const names = everyone.filter(({ code }) => code !== STRANGER);
  const days = daysIn(text, context.statedOn);
  const amounts = amountsIn(text, days);
  const kinds = kindsIn(plain);
  const { speaker } = context;
  const [namesIn, daysOf, kindsOf] = [
    spansByLine(lines, everyone),
    spansByLine(lines, days),
    spansByLine(lines, kinds),
  ];
  const amountsOf = spansByLine(lines, amounts);
  const byLine = new Map(lines.map((line) => [line, conditionSpans(plain, line, namesIn(line))]));
  const conditions = [...byLine.values()].flat();
  const conditionsIn = (line: TextLine): readonly TextSpan[] => byLine.get(line) ?? [];
  const us = speaker === null ? signedBy(text, lines, names) : [speaker];
  if (us.length === 0) us.push(...interviewed(plain, lines, names));
  const reading = {
    plain,
    asked: withoutSpans(plain, conditions),
    names,
    namesIn,
    us,
    speaker,
    conditionsIn,
    thingsIn: spansByLine(lines, [...amounts, ...kinds]),
  };
  const clauses = clausesOf(lines, reading);
  const read: StatementRead = { drafts: [], refusals: [], repeats: [] };
  const promised: { clause: Clause; content: DraftedContent }[] = [];
  const settled = new Set<TextLine>();
  let lastItems: readonly PledgedItem[] = [];
  for (const clause of clauses) {
    const { line } = clause;
    const items = itemsOfClause(clause, {
      ...{ text, plain, speaker },
      ...{
        amounts: amountsOf(line),
        days: daysOf(line),
        kinds: kindsOf(line),
        conditions: conditionsIn(line),
      },
    });
    // "Italy is ready to do the same."
    const isSame = items.length === 0 && DOES_THE_SAME.test(plain.slice(clause.start, clause.end));
    const contents = shared(plain, clause, isSame ? lastItems : items, namesIn(line)).map(([who, item]) =>
      contentOf(clause, who, item),
    );
    if (items.length > 0) lastItems = items;
    if (contents.length > 0 || isSaidOfUs(plain, clause)) settled.add(line);
    if (clause.does === "REFUSES") read.refusals.push(...contents);
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
    { namesIn, isSettled: (line) => settled.has(line) },
  );
  const conditionOf = conditionsReader(text, names, context);
  for (const { clause, content } of promised) {
    const when = whenIn(text, clause, daysOf(clause.line));
    const own = [content.participant ?? "", ...content.jointWith];
    read.drafts.push({
      ...content,
      words: { ...content.words, when: when?.span ?? null },
      modality: clause.does === "MAY" ? "MAY" : "WILL",
      conditions: conditionsOf(clause, content.participant).map((span) => conditionOf(span, own)),
      window: when?.window ?? null,
    });
  }
  return read;
}

/** "If Moscow breaks the truce, we will go further" has a condition of its own; not so "it would move once …". */
const isSaidOfUs = (plain: string, { line, cue }: Clause): boolean =>
  plain.slice(line.start, cue?.start ?? line.start).search(line.tongue.we) >= 0;

const DOES_THE_SAME =
  /(?<![\p{L}])(?:do (?:the same|likewise|as much)|doing the same|follow suit|faire de même|(?:en )?fer(?:a|ont) (?:de même|autant)|en faire autant|(?:з?робити|зробить|зроблять) те саме|вчин(?:ити|ить|ять) так само)(?![\p{L}])/iu;

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
