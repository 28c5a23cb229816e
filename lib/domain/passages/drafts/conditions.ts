// Conditions in the words of the text, clause by clause or for a whole section, and what each waits for.
import { matchesIn, overlap, type TextSpan } from "../../base/sentences";
import { triggerNamed } from "../conditions";
import type { NamedSpan } from "../names";
import type { Suggestion } from "../suggestion";
import {
  APPROVES,
  BEGINS_CONDITION,
  BY_OTHERS,
  CONDITIONS_FOLLOW,
  NEEDS,
  NO_CONDITION,
  OF_THE_WORLD,
  PUT_TO,
  TIMED,
} from "./words/condition-words";
import { BEFORE_NOUN, COMPLETE, GOES_ON, LIST } from "./words/condition-ends";
import { cuesIn } from "./clauses/cues";
import { groupsOf } from "./clauses/who";
import type { TextLine } from "./lines";
import type { DraftedCondition, EarlierPledge, NamedCondition, StatementContext } from "./statement";

export function conditionSpans(plain: string, line: TextLine, names: readonly NamedSpan[]): TextSpan[] {
  const { language } = line.tongue;
  const words = plain.slice(line.start, line.end);
  if (line.isItem && line.head && CONDITIONS_FOLLOW.test(plain.slice(line.head.start, line.head.end)))
    return [{ start: line.start, end: line.end - (/[.;,]$/u.test(words) ? 1 : 0) }];
  const begins = matchesIn(words, BEGINS_CONDITION[language])
    .filter(({ index }) => !NO_IF.test(words.slice(Math.max(0, index - 24), index)))
    .map(({ index }) => line.start + index);
  const opensList = CONDITIONS_FOLLOW.test(words);
  const spans = begins.flatMap((start, index) => {
    const most = Math.min(begins[index + 1] ?? line.end, line.end, start + LONGEST);
    const end = beforeMain(plain, { start, end: endOf(plain, start, most) }, line, names);
    // "…, provided that:": its items are the conditions.
    if (opensList && end >= line.end - 2) return [];
    const said = plain.slice(start, end);
    // "ne vaudront qu'après …": what follows says it.
    if (said.endsWith("qu'")) return [];
    if (TIMED.test(said) ? sortOf(said) === "unknown" : NO_CONDITION.test(said)) return [];
    return partsOf(plain, { start, end });
  });
  const needs = matchesIn(words, NEEDS[language]).flatMap(({ index }) => {
    const start = line.start + index;
    if (NEEDS_NO.test(words.slice(Math.max(0, index - 12), index + 40))) return [];
    const end = endOf(plain, start, Math.min(line.end, start + LONGEST));
    return [{ start, end }].filter((one) => !spans.some((other) => overlap(one, other)));
  });
  const put = matchesIn(words, PUT_TO)
    .map(({ index, 0: said }) => ({ start: line.start + index, end: line.start + index + said.length }))
    .filter((one) => ![...spans, ...needs].some((other) => overlap(one, other)));
  return [...spans, ...needs, ...put]
    .filter(({ start, end }) => end - start >= SHORTEST)
    .sort((a, b) => a.start - b.start);
}

/** "They require no further vote." */
const NEEDS_NO =
  /(?:(?:require|need)s? (?:no|neither)|not (?:require|need|depend|subject|conditional)|n't (?:require|need|depend)|aucun|(?:n'|ne )\p{L}+ (?:pas|plus)|не (?:потребу|залеж|вимага|підляга))/iu;

const LONGEST = 220;
const SHORTEST = 8;

/** Up to a mark; "after a ceasefire" also where its last noun ends. */
function endOf(plain: string, start: number, most: number): number {
  const words = plain.slice(start, most);
  const whole = COMPLETE.exec(words)?.[0].length;
  if (whole !== undefined) return start + whole;
  const from0 = ONLY_IF.exec(words)?.[0].length ?? SHORTEST;
  const found = MARK.exec(words.slice(from0))?.index;
  const mark = found === undefined ? undefined : found + from0 - SHORTEST;
  // "on two conditions: a firm guarantee and the consent of parliament".
  const opened = LIST.exec(words)?.[0].length;
  const from = opened ?? SHORTEST;
  const next = opened === undefined ? mark : /[;.!?()"”»](?![\d])|\n/u.exec(words.slice(from))?.index;
  const stop = next === undefined ? words.length : next + from;
  const noun = BEFORE_NOUN.test(words) ? OF_THE_WORLD_ONCE.exec(words) : null;
  const behind = noun === null ? stop : noun.index + noun[0].length;
  const end = behind < stop && !GOES_ON.test(words.slice(behind)) ? behind : stop;
  const trimmed = words.slice(0, end).replace(/[\s,]+(?:and|et|та|і|й|або|or|but|mais|але)?\s*$/u, "");
  return start + trimmed.length;
}

/** "У разі згоди парламенту Швеція відправить …": without a comma, a noun's condition ends where the main clause begins. */
function beforeMain(plain: string, span: TextSpan, line: TextLine, names: readonly NamedSpan[]): number {
  const { tongue } = line;
  const marker = OF_NOUN.exec(plain.slice(span.start, span.end))?.[0].length;
  const before = plain.slice(line.start, span.start);
  // A long line isn't searched from its beginning for each of its conditions.
  // In Ukrainian a verb without a comma before it is the main clause's.
  const isFirst =
    tongue.language === "uk" ||
    before.length <= 2 ||
    OPENS_CLAUSE.test(before.slice(-12)) ||
    (before.length < LONGEST && AFTER_AND.test(before));
  if (!isFirst || marker === undefined) return span.end;
  const from = span.start + Math.max(marker, SHORTEST);
  const verb = cuesIn(plain, span, tongue).find(
    ({ kind, start }) => MAIN.includes(kind) && start > from,
  )?.start;
  if (verb === undefined) return span.end;
  const words = plain.slice(span.start, verb);
  const we = [tongue.we, tongue.bothOf]
    .flatMap((pattern) => matchesIn(words, pattern).map(({ index }) => index))
    .at(-1);
  // "У разі нападу Польща та Румунія …": both.
  const within = names.filter(({ start, end }) => start > span.start && end < verb);
  const named = groupsOf(plain, within, tongue).at(-1)?.[0]?.start;
  const end = Math.max(named ?? 0, we === undefined ? 0 : span.start + we) || verb;
  return span.start + plain.slice(span.start, end).trimEnd().length;
}
/** "зазначив, що в разі нової агресії Італія підтримає …". */
const OPENS_CLAUSE = /(?:[:–—]|(?<![\p{L}])(?:that|que|що|but|mais|але|проте)) $/iu;
const AFTER_AND = /^після [^,.;:]+ (?:та|і|й) $/iu;
const MAIN: readonly string[] = ["WILL", "MAY", "REFUSES"];
const OF_NOUN =
  /^\P{L}*(?:(?:only|but|лише|тільки|але|seulement) )*(?:after|following|upon|pending|subject to|in (?:the event|case|agreement|accordance|line|keeping|the framework|the context)(?: of| with)|by agreement with|as part of|within the framework of|with|under|après|en cas|sous réserve|dès|avec|moyennant|conformément|dans le cadre|en accord|за (?!умови(?:,| що))\p{L}+|[ув] (?:разі|випадку|мирний час|умовах|рамках|межах|контексті|ситуації|обставинах)|(?:після|по)(?! того)|(?:із|з|зі) (?!тим)\p{L}+|від (?:дня|моменту)|на (?:прохання|запит|запрошення|підставі|основі)|в обмін на|під (?:мандатом|гарантії))(?![\p{L}])/iu;

/** "if, and only if, …" is one; "asked me if …" is none. */
const NO_IF =
  /(?:^|\P{L})(?:if|si|якщо), (?:and |et |і |та )?$|(?<![\p{L}])(?:demand(?:é|e|ent|ée|ait)s?|savoir|examin\p{L}*|étudi\p{L}+|évalu\p{L}+|regard\p{L}+|vérifi\p{L}+|consider\p{L}*|stud(?:y|ies|ied|ying)|assess\p{L}*|check\p{L}*|decid\p{L}+|décid\p{L}+|ask(?:s|ed)?(?: (?:me|us|him|her))?|wonder(?:s|ed)?) $/iu;
const ONLY_IF =
  /^(?:if|si|якщо), (?:and|et|і|та) (?:only|seulement|uniquement|тільки|лише) (?:if|si|якщо),? /iu;

/** "за умови, що" continues after its comma. */
const MARK = /(?:[;:.!?—–()"”»](?!\d)|,(?!\d| (?:що|як|коли|якщо|якби|ніж|чи) ))|\n/u;

const OF_THE_WORLD_ONCE = new RegExp(OF_THE_WORLD.source, "iu");

/** "… and that …", "… et si …"; or two halves that wait for different things. */
function partsOf(plain: string, span: TextSpan): TextSpan[] {
  const words = plain.slice(span.start, span.end);
  for (const { index, 0: join } of matchesIn(
    words,
    /,? (?:and|et|та|і|й|а(?= \p{Lu}|також)) (?:that |if |que |si |qu'|що |якщо |чи )?/gu,
  )) {
    const [left, right] = [words.slice(0, index), words.slice(index + join.length)];
    if (index < (ONLY_IF.exec(words)?.[0].length ?? 0)) continue;
    const repeats = /(?:that|if|que|si|qu'|що|якщо|чи) ?$/u.test(join);
    if (!repeats && (sortOf(left) === sortOf(right) || sortOf(right) === "unknown")) continue;
    const middle = span.start + index;
    const first = { start: span.start, end: middle };
    return [first, ...partsOf(plain, { start: middle + join.length, end: span.end })];
  }
  return [span];
}

type Sort = "approval" | "pledge" | "trigger" | "unknown";

function sortOf(words: string): Sort {
  if (words.search(APPROVES) >= 0 && words.search(/(?:security council|nations unies|ради безпеки)/iu) < 0)
    return "approval";
  if (words.search(OF_THE_WORLD) >= 0) return "trigger";
  return words.search(BY_OTHERS) >= 0 ? "pledge" : "unknown";
}

export interface ConditionNames {
  text: string;
  names: readonly NamedSpan[];
  triggers: StatementContext["triggers"];
  earlier: readonly EarlierPledge[];
  approvals: readonly Suggestion[];
}

export const conditionsReader = (
  text: string,
  names: readonly NamedSpan[],
  { triggers, earlier }: Pick<StatementContext, "triggers" | "earlier">,
  approvals: readonly Suggestion[],
): ((span: TextSpan, own: readonly string[]) => DraftedCondition) => {
  return (span, own) => ({
    ...span,
    basis: "STATED",
    names: namedBy(span, own, { text, names, triggers, earlier, approvals }),
  });
};

function namedBy(span: TextSpan, own: readonly string[], known: ConditionNames): NamedCondition {
  const words = known.text.slice(span.start, span.end);
  const sort = sortOf(words);
  if (sort === "approval") {
    const found = known.approvals.find((one) => overlap(one, span));
    if (found?.type === "approval") return { is: "approval", ...found.value };
    return { is: "approval", kind: "PARLIAMENT_VOTE", body: words.match(APPROVES)?.[0] ?? words };
  }
  const met = triggerNamed(words, known.triggers);
  if (met !== null) return { is: "trigger", trigger: met };
  const other = known.names.find(
    (name) => overlap(name, span) && !own.includes(name.code) && name.code !== "UA",
  );
  if (sort !== "trigger" && other) {
    const pledges = known.earlier.filter(({ participant }) => participant === other.code);
    return {
      is: "pledge",
      participant: other.code,
      pledge: pledges.length === 1 ? (pledges[0]?.reference ?? null) : null,
    };
  }
  return { is: "unknown" };
}
