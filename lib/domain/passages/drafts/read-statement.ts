// Reads a statement, clause by clause. Rules alone: the same text gives the same drafts.
import { amountsIn } from "../amounts";
import { seatsIn } from "../conditions";
import { daysIn } from "../days";
import { namesInText, type NamedSpan } from "../names";
import { clausesOf, type Clause } from "./clauses";
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

/**
 * What the text says that participants will or may do (`drafts`), won't do (`refusals`), or have said before
 * (`repeats`): see `statement.ts`. History, and what others are asked for, is none of these.
 */
export function readStatement(text: string, context: StatementContext): StatementRead {
  const plain = plainText(text);
  const lines = textLines(text, plain, context.languages);
  const names = actorsIn(text, context);
  const days = daysIn(text, context.statedOn);
  const amounts = amountsIn(text, days);
  const kinds = kindsIn(plain);
  const byLine = new Map(lines.map((line) => [line, conditionSpans(plain, line)]));
  const conditions = [...byLine.values()].flat();
  const { speaker } = context;
  const us = speaker === null ? signedBy(lines, names) : [speaker];
  const reading = { plain, names, us, speaker, conditions, things: [...amounts, ...kinds] };
  const clauses = clausesOf(lines, reading);
  const read: StatementRead = { drafts: [], refusals: [], repeats: [] };
  const promised: { clause: Clause; contents: DraftedContent[] }[] = [];
  for (const clause of clauses) {
    const items = itemsOfClause(clause, { text, plain, speaker, amounts, days, kinds, conditions });
    const contents = shared(plain, clause, items, names).map(([who, item]) => contentOf(clause, who, item));
    if (clause.does === "REFUSES") read.refusals.push(...contents.filter((one) => isNew(one, read.refusals)));
    else
      for (const content of contents)
        if (isRepeat(clause.does, content, context.earlier))
          read.repeats.push(repeated(content, context.earlier));
        else promised.push({ clause, contents: [content] });
  }
  const conditionsOf = conditionsOfDrafts(
    plain,
    byLine,
    lines,
    promised.map(({ clause }) => clause),
  );
  const conditionOf = conditionsReader(text, names, context);
  for (const { clause, contents } of promised)
    for (const content of contents) {
      const when = whenIn(text, clause, days);
      read.drafts.push({
        ...content,
        words: { ...content.words, when: when?.span ?? null },
        modality: clause.does === "MAY" ? "MAY" : "WILL",
        conditions: conditionsOf(clause, content.participant).map((span) =>
          conditionOf(span, content.participant === null ? [] : [content.participant, ...content.jointWith]),
        ),
        window: when?.window ?? null,
      });
    }
  return read;
}

function actorsIn(text: string, { participants }: StatementContext): NamedSpan[] {
  const named = namesInText(text, participants);
  return [...named, ...seatsIn(text, named)].sort((a, b) => a.start - b.start);
}

/** Who a joint text speaks for: the largest group of names in its first lines. */
function signedBy(lines: readonly TextLine[], names: readonly NamedSpan[]): string[] {
  const groups = lines.slice(0, TITLE_LINES).flatMap((line) => {
    const within = names.filter(
      ({ start, end, people }) => start >= line.start && end <= line.end && !people,
    );
    return [[...new Set(within.map(({ code }) => code))]];
  });
  const [first = []] = groups.filter((codes) => codes.length > 1).sort((a, b) => b.length - a.length);
  return first;
}
const TITLE_LINES = 3;

/** A refusal said twice is one. */
const isNew = (one: DraftedContent, known: readonly DraftedContent[]): boolean =>
  !known.some((other) => other.participant === one.participant && other.kind === one.kind);

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
