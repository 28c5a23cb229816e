// Cuts sentences into clauses: what a clause does, who does it, and the words that say what is done.
import { covers, type TextSpan } from "../../base/sentences";
import { cuesIn, type Cue } from "./cues";
import type { TextLine } from "./lines";
import { NUMBER } from "./words/item-words";
import { codesOf, NO_ONE, subjectIn, type Cast, type ClauseSubject, type Who } from "./who";

export type Doing = "WILL" | "MAY" | "REFUSES" | "REPEATS" | "CONFIRMS";

export interface Clause extends TextSpan {
  does: Doing;
  /** Null: an item of a list whose opening line has the verb. */
  cue: Cue | null;
  who: Who;
  line: TextLine;
}

export interface ClauseReading extends Cast {
  speaker: string | null;
  /** Verbs in them say what must hold, not what is promised. */
  conditionsIn: (line: TextLine) => readonly TextSpan[];
  /** Where something is named that can be pledged. */
  thingsIn: (line: TextLine) => readonly TextSpan[];
}

export function clausesOf(lines: readonly TextLine[], reading: ClauseReading): Clause[] {
  const clauses: Clause[] = [];
  const heads = new Map<TextLine, Clause>();
  let who = NO_ONE;
  let paragraph = -1;
  for (const line of lines) {
    const words = reading.plain.slice(line.start, line.end);
    const { opens } = line;
    const head = line.head ? heads.get(line.head) : undefined;
    if (line.isItem && head) who = head.who;
    else if (line.paragraph !== paragraph && reading.speaker !== null) who = speaking(reading.speaker);
    const isNewParagraph = line.paragraph !== paragraph;
    paragraph = line.paragraph;
    if (words.endsWith("?") || (line.isTitle && !opens)) continue;
    const found = clausesOfLine(line, line.isItem ? head : undefined, who, reading);
    const [before] = isNewParagraph ? [] : clauses.slice(-1);
    if (before && found.clauses.length === 0 && found.isOld && OF_THAT.test(words)) markRepeated(before);
    if (
      before &&
      found.clauses.length > 0 &&
      IN_DETAIL.test(words) &&
      !/\d/u.test(reading.plain.slice(before.start, before.end))
    )
      clauses.pop();
    who = found.who;
    const opening = opens ? openingBy(line, found.clauses.at(-1), who, reading) : null;
    if (opening) heads.set(line, opening);
    clauses.push(...found.clauses);
  }
  return clauses;
}

const speaking = (code: string): Who => ({ codes: [code], onBehalfOf: [], spans: [] });

/** "Germany will:"; or "The following contributions:", promises without a verb. */
function openingBy(
  line: TextLine,
  last: Clause | undefined,
  who: Who,
  { plain }: ClauseReading,
): Clause | null {
  const words = plain.slice(line.start, line.end);
  const led = line.tongue.leads.find(([, pattern]) => pattern.test(words))?.[0];
  if (!led && last) return last;
  return { start: line.start, end: line.end, does: led ?? "WILL", cue: null, who, line };
}

function clausesOfLine(
  line: TextLine,
  head: Clause | undefined,
  before: Who,
  reading: ClauseReading,
): { clauses: Clause[]; who: Who; isOld: boolean } {
  const { plain, speaker } = reading;
  const conditions = reading.conditionsIn(line);
  const things = reading.thingsIn(line);
  const { tongue } = line;
  const all = cuesIn(plain, line, tongue).filter((cue) => !conditions.some((one) => covers(one, cue)));
  const cues = all.filter(({ kind }) => kind !== "AS_BEFORE" && kind !== "ANNOUNCED");
  const clauses: Clause[] = [];
  const isOld = all.some(({ kind }) => kind === "AS_BEFORE" || kind === "REPEATS");
  let who = before;
  let last: Cue | null = null;
  let does: Doing | null = null;
  for (const [index, cue] of cues.entries()) {
    const gap = { start: last?.end ?? line.start, end: cue.start };
    const ahead0 = cue.kind === "AND" ? SAME : subjectIn(reading, gap, line);
    const subject = ahead0.is === "none" ? (subjectBehind(reading, cue, line) ?? ahead0) : ahead0;
    // After "Germany will provide:" a verb of the item is of its thing; after "The contributions:" it promises.
    if (index === 0 && head?.cue && (subject.is === "none" || subject.is === "stranger")) break;
    const start = startOf(plain, gap, cue, subject, line);
    const previous = clauses.at(-1);
    if (previous && last && previous.cue === last) previous.end = start;
    const ahead = plain.slice(gap.start, gap.end);
    const led =
      last && !RELATIVE.test(ahead) && hasNothing({ start: last.end, end: start }, things) ? last : null;
    const isSaid = !cue.isOpen || isPromise(cue, subject, who, gap, reading, things);
    does = isSaid ? doneBy(cue, led, does) : null;
    if (does === "WILL" && ahead.search(tongue.perhaps) >= 0) does = "MAY";
    if (does === "WILL" && ahead.search(tongue.denies) >= 0) does = "REFUSES";
    if ((does === "WILL" || does === "MAY") && NOT.test(ahead)) does = "REFUSES";
    if (subject.is === "own") who = subject.who;
    else if (tongue.weForm.test(cue.words) && reading.us.length > 0)
      who = { ...NO_ONE, codes: [...reading.us] };
    else if (subject.is === "none" && index === 0 && speaker !== null) who = speaking(speaker);
    const end = cues[index + 1]?.start ?? line.end;
    const isHistory = PAST.test(cue.words) && plain.slice(line.start, line.end).search(tongue.history) >= 0;
    if (does !== null && subject.is !== "stranger" && !isHistory) {
      clauses.push({ start: index === 0 ? line.start : start, end, does, cue, who, line });
    }
    last = cue;
  }
  if (cues.length === 0 && !head) {
    // "Le Portugal, enfin.": what comes next is about it.
    const topic = subjectIn(reading, line, line);
    if (topic.is === "own") who = topic.who;
  }
  if (head && clauses.length === 0 && (last === null || last.kind === "OTHER" || last.kind === "DONE"))
    return { clauses: itemOf(line, head, reading), who, isOld };
  if (clauses.length === 0 && all.some(({ kind }) => kind === "AS_BEFORE"))
    clauses.push(...repetitionOf(line, all, who, reading));
  markRepeats(clauses, all);
  return { clauses, who, isOld };
}

/** "The offer made in February, of 500 places, stands": no verb of it promises. */
function repetitionOf(line: TextLine, cues: readonly Cue[], who: Who, reading: ClauseReading): Clause[] {
  if (cues.some(({ kind }) => kind === "DONE" || kind === "ASKS")) return [];
  if (hasNothing(line, reading.thingsIn(line)) && !NUMBER.test(reading.plain.slice(line.start, line.end)))
    return [];
  const first = cues[0]?.start ?? line.end;
  const subject = subjectIn(reading, { start: line.start, end: first }, line);
  if (subject.is === "stranger") return [];
  return [
    {
      ...{ start: line.start, end: line.end, does: "REPEATS", cue: null, line },
      who: subject.is === "own" ? subject.who : who,
    },
  ];
}

/** Behind a verb that isn't in the tables: who does it is named, or the thing that it is done with. */
function isPromise(
  cue: Cue,
  subject: ClauseSubject,
  who: Who,
  gap: TextSpan,
  { us }: ClauseReading,
  things: readonly TextSpan[],
): boolean {
  if (subject.is === "own" || (subject.is === "same" && who.codes.length > 0)) return true;
  return subject.is === "none" && !hasNothing(gap, things) && (who.codes.length > 0 || us.length > 0);
}

/** "has committed", "виділила". */
const PAST = /^(?:has|have|had|a|ont|avons|avait|avaient)(?![\p{L}])|(?:ed|в|ла|ло|ли)$/u;

/** "Germany, which will …": what was said of Germany has ended. */
const RELATIVE = /, (?:which|who|qui|як\p{L}+) (?:also |також )?$/u;
const NOT = /(?:(?<![\p{L}])(?:not|never|не|ніколи)|n't) $/iu;

const SAME: ClauseSubject = { is: "same" };

/** "Denmark: 200 soldiers", or what "Germany will provide:" goes on with. */
function itemOf(line: TextLine, head: Clause, { plain, namesIn }: ClauseReading): Clause[] {
  const colon = /^[^:;]{1,80}?(?::| [–—•-] )/u.exec(plain.slice(line.start, line.end))?.[0].length ?? 0;
  const named = namesIn(line);
  const ahead = named.filter(({ end }) => end <= line.start + colon);
  const from = named.filter(({ start }) => FROM.test(plain.slice(line.start, start)));
  const own = ahead.length > 0 || head.who.codes.length > 0 ? ahead : from;
  const who =
    own.length === 0
      ? head.who
      : { codes: codesOf(own), onBehalfOf: [], spans: own.map(({ start, end }) => ({ start, end })) };
  if (own.length > 0 && who.codes.length === 0) return [];
  return [{ start: line.start, end: line.end, does: head.does, cue: head.cue, who, line }];
}

/** "500 soldiers from Norway". */
const FROM = /(?<![\p{L}])(?:from|by|de la part de|venant de|від|з боку) (?:the |la |le |les |l')?$/iu;

/** Where a clause begins: at its subject, or after the last word that joins clauses. */
function startOf(
  plain: string,
  gap: TextSpan,
  cue: Cue,
  subject: ClauseSubject,
  { tongue }: TextLine,
): number {
  if (cue.kind === "AND") return cue.start;
  const named = subject.is === "own" ? subject.who.spans[0] : undefined;
  if (named && named.start < cue.start) return named.start;
  const join = [...plain.slice(gap.start, gap.end).matchAll(tongue.joins)].at(-1);
  return join ? gap.start + join.index + join[0].length : cue.start;
}

const hasNothing = (span: TextSpan, things: readonly TextSpan[]): boolean =>
  !things.some((one) => covers(span, one));

/** A verb that depends on one that reaffirms repeats; on one that asks, it promises nothing. */
function doneBy({ kind }: Cue, led: Cue | null, last: Doing | null): Doing | null {
  if (kind === "AND") return last;
  if (kind !== "WILL" && kind !== "MAY" && kind !== "REFUSES")
    return kind === "REPEATS" || kind === "CONFIRMS" ? kind : null;
  if (led?.kind === "ASKS") return null;
  if (kind !== "REFUSES" && (led?.kind === "REPEATS" || led?.kind === "CONFIRMS")) return led.kind;
  if (kind === "WILL" && led?.kind === "MAY") return "MAY";
  return kind;
}

/** "as announced in March" makes its clause a repetition, or the one that it opens. */
function markRepeats(clauses: Clause[], cues: readonly Cue[]): void {
  for (const cue of cues) {
    if (cue.kind !== "AS_BEFORE" && cue.kind !== "ANNOUNCED") continue;
    const clause = clauses.findLast(({ start, end }) => start <= cue.start && cue.start < end) ?? clauses[0];
    if (clause) markRepeated(clause, cue.kind === "AS_BEFORE" ? "REPEATS" : "CONFIRMS");
  }
}

function markRepeated(clause: Clause, as: "REPEATS" | "CONFIRMS" = "REPEATS"): void {
  if (clause.does === "WILL" || clause.does === "MAY") clause.does = as;
}

/** "That is the sum already announced": what the sentence before said is not new. */
const OF_THAT =
  /^(?:this|that|these|those|it|none of (?:this|that)|c'est|cela|ce |ces |il s'agit|це |ця |ці |цей |йдеться|мова)/iu;
/** "Concretely, …": what the sentence before said in general. */
const IN_DETAIL =
  /^(?:concretely|specifically|in concrete terms|more precisely|to be precise|in practice|in detail|namely|concrètement|plus précisément|en pratique|dans le détail|à savoir|конкретно|а саме|точніше|зокрема|якщо конкретно)(?![\p{L}])/iu;

/** "виділить німецький бюджет", "not possible for Italy to": in Ukrainian the subject may follow its verb, in the nominative. */
function subjectBehind({ plain, namesIn }: ClauseReading, cue: Cue, line: TextLine): ClauseSubject | null {
  if (cue.kind === "REFUSES") {
    const of = namesIn(line).find(
      ({ start, people }) => !people && start > cue.end && FOR_ONE.test(plain.slice(cue.end, start)),
    );
    const codes = of ? codesOf([of]) : [];
    if (of && codes.length > 0)
      return { is: "own", who: { codes, onBehalfOf: [], spans: [{ start: of.start, end: of.end }] } };
  }
  if (line.tongue.language !== "uk" || (cue.kind !== "WILL" && cue.kind !== "MAY")) return null;
  const name = namesIn(line).find(({ start }) => start === cue.end + 1);
  if (!name || !NOMINATIVE.test(plain.slice(name.start, name.end))) return null;
  if (name.people && !line.tongue.officeAfter.test(plain.slice(name.end, name.end + 40))) return null;
  const codes = codesOf([name]);
  if (codes.length === 0) return { is: "stranger" };
  return { is: "own", who: { codes, onBehalfOf: [], spans: [{ start: name.start, end: name.end }] } };
}
/** "It is out of the question for Italy to send …". */
const FOR_ONE = /^ (?:for|pour) (?:the |la |le |les |l')?$/u;
const NOMINATIVE = /(?:[ая]|ди|ий|США|Люксембург|Кіпр)$/u;
