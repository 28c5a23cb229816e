// Reads a statement, clause by clause. Rules alone: the same text gives the same drafts.
import { amountsIn } from "../amounts";
import { seatsIn } from "../conditions";
import { daysIn } from "../days";
import type { TextSpan } from "../../base/sentences";
import { namesInText, type NamedSpan } from "../names";
import { capitalsIn } from "./words/capitals";
import { spansByLine } from "./by-line";
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
import { STRANGER } from "./who";

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
  const byLine = new Map(lines.map((line) => [line, conditionSpans(plain, line)]));
  const conditions = [...byLine.values()].flat();
  const { speaker } = context;
  const conditionsIn = (line: TextLine): readonly TextSpan[] => byLine.get(line) ?? [];
  const [namesIn, daysOf, kindsOf] = [
    spansByLine(lines, everyone),
    spansByLine(lines, days),
    spansByLine(lines, kinds),
  ];
  const amountsOf = spansByLine(lines, amounts);
  const us = speaker === null ? signedBy(text, lines, names) : [speaker];
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
    const contents = shared(plain, clause, items, namesIn(line)).map(([who, item]) =>
      contentOf(clause, who, item),
    );
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
    namesIn,
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

function actorsIn(text: string, { participants }: StatementContext): NamedSpan[] {
  const codes = new Set(participants.map(({ code }) => code));
  const others = OTHER_STATES.filter((code) => !codes.has(code)).map((code) => ({ code, names: {} }));
  const named = namesInText(text, [...participants, ...others]).map((one) =>
    codes.has(one.code) ? one : { ...one, code: STRANGER },
  );
  // "the IT Coalition" isn't Italy's.
  const sure = named.filter(
    ({ start, end, code }) => end - start > 2 || code.length > 2 || /^(?:GB|US|EU)$/.test(code),
  );
  return [...sure, ...seatsIn(text, sure), ...capitalsIn(text, sure)].sort((a, b) => a.start - b.start);
}

/** What they do is told in such texts, and nobody here promises it. */
const OTHER_STATES =
  "HU SK RU BY CN KR KP CH RS MD GE AM AZ IN BR ZA IL IR KZ MX SA AE QA VN BA MK MT AL IQ SY PK".split(" ");

/** Who a joint text speaks for: the largest group of names in its first lines. */
function signedBy(text: string, lines: readonly TextLine[], names: readonly NamedSpan[]): string[] {
  if (lines.slice(0, TITLE_LINES).every((line) => text.slice(line.start, line.end).search(JOINT) < 0))
    return [];
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
const JOINT = /joint|statement|declaration|déclaration|communiqué|conjoint|заява|комюніке|декларація/iu;

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
