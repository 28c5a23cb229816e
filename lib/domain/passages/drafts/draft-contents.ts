// What was read in a statement, as drafts that can be stored: nothing in them is guessed, and what the text doesn't say is
// not stated.
import { UNSTATED_VALUES } from "../../pledge/pledge-fields";
import { CONTRIBUTION_FIELDS, DOMAIN_OF } from "../../pledge/contribution";
import { unstatedIn } from "../../base/field";
import { OVERRIDES, withoutPiledMarks, withoutUnseen } from "../../base/characters";
import type { Day } from "../../base/day";
import { NOT_STATED } from "../../pledge/quantity";
import { covers, textIn, type TextSpan } from "../../base/sentences";
import {
  LONGEST_DRAFT_WORDS,
  MOST_DRAFT_CONDITIONS,
  MOST_DRAFT_WORDS,
  type DraftContent,
  type DraftedLine,
  type DraftPart,
  type StatedCondition,
} from "../pledge-draft";
import { prioritiesIn } from "../phrases";
import type { DraftedContent, DraftedPledge, StatementRead } from "./statement";

const MOST_READ = 500;

/** In the order of the text. */
export function draftContents(text: string, read: StatementRead, statedOn: Day | null): DraftContent[] {
  const priorities = prioritiesIn(text);
  const whole = (content: DraftedContent, more: Partial<DraftContent>): DraftContent => {
    const span = quoted(text, content.quote);
    const named = priorities.find((one) => covers(span, one));
    return {
      ...UNSTATED_VALUES,
      title: titleOf(text, content, span),
      statedOn,
      participant: content.participant,
      priority: named?.type === "priority" ? named.value : null,
      says: "WILL",
      span,
      words: wordsOf(content),
      jointWith: content.jointWith,
      onBehalfOf: content.onBehalfOf,
      contributions: [lineOf(content)],
      conditions: [],
      repeats: null,
      ...more,
    };
  };
  const all = [
    ...read.drafts.map((one) =>
      whole(one, {
        says: one.modality,
        conditions: conditionsOf(one),
        windowStart: one.window?.start ?? null,
        windowEnd: one.window?.end ?? null,
      }),
    ),
    ...read.refusals.map((one) =>
      whole(one, { says: "WONT", title: titleOfRefusal(text, one), contributions: refusedLines(one) }),
    ),
    ...read.repeats.map((one) => whole(one, { repeats: one.earlier })),
  ];
  return all
    .filter(({ span }) => !TURNED.test(textIn(text, span)))
    .sort((a, b) => a.span.start - b.span.start)
    .slice(0, MOST_READ);
}

/** Who reads such words sees other ones. Texts captured before these were refused may have them. */
const TURNED = new RegExp(`[${OVERRIDES}]`);

/** Without blanks at its ends, and no longer than a quote may be. */
function quoted(text: string, { start, end }: TextSpan): TextSpan {
  const words = text.slice(start, Math.min(end, start + LONGEST_DRAFT_WORDS));
  const lead = words.length - words.trimStart().length;
  const kept = words.trim().replace(/[\ud800-\udbff]$/, "");
  return { start: start + lead, end: start + lead + kept.length };
}

const LONGEST_TITLE = 120;

/** What is promised, with how much, in the text's own words; else the words that say it. */
function titleOf(text: string, { words: { what, amount } }: DraftedContent, quote: TextSpan): string {
  const parts = [...(what ? [what] : []), ...amount];
  const start = Math.min(...parts.map((one) => one.start));
  const end = Math.max(...parts.map((one) => one.end));
  const span = parts.length > 0 && end - start <= LONGEST_TITLE ? { start, end } : quote;
  return asTitle(textIn(text, span));
}

/** The refusing words to the end of the clause: any of them may limit it, "will not send troops to the front". */
function titleOfRefusal(text: string, { words: { says, what, amount }, quote }: DraftedContent): string {
  const thing = Math.min(...[what, ...amount].flatMap((one) => one?.start ?? []), quote.end);
  const isAhead = says !== null && covers(quote, says) && says.start <= thing;
  return asTitle(textIn(text, isAhead ? { start: says.start, end: quote.end } : quote).replace(JOIN, ""));
}

/** What ends the clause, or joins the next one. */
const JOIN = /(?:[\s,;:.–—]+(?:and|but|n?or|et|mais|ni|і|й|та|але|а|ані)?)+$/iu;

function asTitle(words: string): string {
  const cut = inOneLine(words)
    .slice(0, LONGEST_TITLE)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
  return cut === "" ? "…" : `${cut.slice(0, 1).toLocaleUpperCase()}${cut.slice(1)}`.slice(0, LONGEST_TITLE);
}

const inOneLine = (words: string): string =>
  withoutPiledMarks(withoutUnseen(words.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")))
    .normalize("NFC")
    .trim();

function wordsOf({ words: { who, says, what, amount, when } }: DraftedContent): DraftContent["words"] {
  const of = (part: DraftPart, spans: readonly (TextSpan | null)[]) =>
    spans.flatMap((span) => (span ? [{ part, span: { start: span.start, end: span.end } }] : []));
  const before = [...of("WHO", who), ...of("SAYS", [says]), ...of("WHAT", [what])];
  return [...before, ...of("AMOUNT", amount), ...of("WHEN", [when])].slice(0, MOST_DRAFT_WORDS);
}

function lineOf({ kind, domain, quantity, money }: DraftedContent): DraftedLine {
  const { allocated: _none, sameAs: _either, ...unstated } = unstatedIn(CONTRIBUTION_FIELDS);
  return {
    ...unstated,
    kind: kind ?? "OTHER",
    domain: domain ?? (kind && DOMAIN_OF[kind]) ?? "UNSTATED",
    location: "UNSTATED",
    quantity: quantity ? stated(quantity) : NOT_STATED,
    money: money && stated(money),
    caveats: [],
  };
}

/** An amount may continue on the next line. */
const stated = <T extends { asStated?: string | null }>(amount: T): T =>
  amount.asStated ? { ...amount, asStated: inOneLine(amount.asStated) } : amount;

/** A refusal contributes nothing, unless it names an amount. */
const refusedLines = (content: DraftedContent): DraftedLine[] =>
  content.quantity === null && content.money === null ? [] : [lineOf(content)];

/** A condition on another's pledge stays in words, as the text gives no stage. */
const conditionsOf = ({ conditions }: DraftedPledge): StatedCondition[] =>
  conditions.slice(0, MOST_DRAFT_CONDITIONS).map(({ start, end, names }) => ({
    span: { start, end: Math.min(end, start + LONGEST_DRAFT_WORDS) },
    trigger: names.is === "trigger" ? names.trigger : null,
    approval: names.is === "approval" ? { kind: names.kind, body: names.body } : null,
  }));
