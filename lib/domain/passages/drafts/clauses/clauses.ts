// Cuts sentences into clauses: what a clause does, who does it, and the words that say what is done.
import { covers, type TextSpan } from "../../../base/sentences";
import type { TextLine } from "../lines";
import { hasNothing, type Clause, type ClauseReading, type Doing } from "./clause";
import type { Cue } from "./cues";
import { doingOf, verbsOf, type VerbPlace } from "./doing";
import { goesOn, isOfItem, isPromise, namedByUkraine } from "./goes-on";
import { askedBy, isQuestion, turnOf } from "./questions";
import { isOfItself } from "./of-itself";
import { addedTo, IN_DETAIL, isDeniedAgain, markRepeated, markRepeats, OF_THAT } from "./repeated";
import { doerOf } from "./owners";
import { startOfClause, thingBefore } from "./subjects";
import {
  announcedIn,
  answersTo,
  butNo,
  deniedOrRecalled,
  isOfBefore,
  itemOf,
  openingBy,
  perhapsOf,
  repetitionOf,
} from "./verbless";
import { NOT_BEFORE } from "../words/needed";
import { codesOf, NO_ONE, subjectIn, type ClauseSubject, type Who } from "./who";

/** One step per sentence. */
export function* clausesOf(lines: readonly TextLine[], whole: ClauseReading): Generator<void, Clause[]> {
  const clauses: Clause[] = [];
  const heads = new Map<TextLine, Clause>();
  let who = NO_ONE;
  let paragraph = -1;
  let asked: TextLine | null = null;
  let reading = whole;
  for (const line of lines) {
    yield;
    if (line.paragraph !== paragraph) reading = turnOf(line, whole);
    const words = reading.plain.slice(line.start, line.end);
    const { opens } = line;
    const head = line.head ? heads.get(line.head) : undefined;
    if (line.isItem && head) who = head.who;
    else if (line.paragraph !== paragraph && reading.speaker !== null) who = speaking(reading.speaker);
    const question: TextLine | null = asked;
    asked = askedBy(line, words, asked, reading);
    const isNewParagraph = line.paragraph !== paragraph;
    paragraph = line.paragraph;
    if (isQuestion(line, words, reading) || (line.isTitle && !opens)) continue;
    const found = clausesOfLine(line, line.isItem ? head : undefined, who, reading);
    if (question && hasNothing(line, outside(line, reading))) {
      const answer = answersTo(question, line, found, reading);
      if (answer.length > 0) [found.clauses, asked] = [answer, null];
    }
    if (question && found.clauses.length === 0)
      found.clauses = announcedIn(line, found.who, reading, question);
    const [before] = isNewParagraph ? [] : clauses.slice(-1);
    // "They will not leave before a ceasefire": a condition of what was promised, and no refusal.
    if (before && (before.does === "WILL" || before.does === "MAY") && NOT_BEFORE.test(words))
      found.clauses = found.clauses.filter(({ does }) => does !== "REFUSES");
    const isEmpty = found.clauses.every((one) => hasNothing(one, reading.thingsIn(line)));
    if (before?.line.paragraph === line.paragraph && isEmpty && found.isOld && OF_THAT.test(words))
      markRepeated(before);
    if (
      before &&
      found.clauses.length > 0 &&
      IN_DETAIL.test(words) &&
      !/\d/u.test(reading.plain.slice(before.start, before.end))
    )
      clauses.pop();
    who = namedByUkraine(line, found.who, reading);
    const opening = opens ? openingBy(line, found.clauses.at(-1), who, reading) : null;
    if (opening) heads.set(line, opening);
    // For a heading, the items say what is promised.
    if (!line.isTitle || !hasNothing(line, reading.thingsIn(line))) clauses.push(...found.clauses);
  }
  return clauses;
}

const OLD: readonly string[] = ["AS_BEFORE", "ANNOUNCED", "REPEATS"];

/** The things of a line, except those that its conditions name. */
const outside = (line: TextLine, { thingsIn, asidesIn }: ClauseReading): TextSpan[] =>
  thingsIn(line).filter((one) => !asidesIn(line).some((aside) => covers(aside, one)));

/** The country that is helped speaks of others. */
const speaking = (code: string): Who => (code === "UA" ? NO_ONE : { ...NO_ONE, codes: [code] });

function clausesOfLine(
  line: TextLine,
  head: Clause | undefined,
  before: Who,
  reading: ClauseReading,
): { clauses: Clause[]; who: Who; isOld: boolean } {
  const { plain } = reading;
  const things = reading.thingsIn(line);
  const { tongue } = line;
  const { all, cues } = verbsOf(line, reading);
  const clauses: Clause[] = [];
  const isOld = all.some(({ kind }) => OLD.includes(kind));
  let who = before;
  let last: Cue | null = null;
  let does: Doing | null = null;
  let isOwn = false;
  let isStrange = false;
  for (const [index, cue] of cues.entries()) {
    const gap = { start: last?.end ?? line.start, end: cue.start };
    const isKnown = who.codes.length > 0 || head !== undefined;
    const { subject: doer, related } = doerOf(reading, line, cue, gap, { last, isKnown });
    // "Moscow has said it would …": Moscow still.
    let subject: ClauseSubject = isStrange && isStill(doer, plain, gap) ? { is: "stranger" } : doer;
    isStrange = subject.is === "stranger" || (isStrange && subject.is === "none");
    // After "Germany will provide:" the item's verb is about its thing; after "The offers:" it promises.
    if (index === 0 && head?.cue && isOfItem(plain, gap, subject)) break;
    const start =
      related ??
      (cue.kind === "OTHER" ? null : thingBefore(plain, gap, things)) ??
      startOfClause(plain, gap, cue, subject, line, last?.kind === "OTHER" ? things : [], things);
    const previous = clauses.at(-1);
    const end = cues[index + 1]?.start ?? line.end;
    if (previous && last && previous.cue === last && goesOn(plain, line, { last, cue, gap, end })) {
      previous.end = end;
      continue;
    }
    if (previous && last && previous.cue === last) previous.end = start;
    const ahead = plain.slice(gap.start, gap.end);
    const led =
      last && !RELATIVE.test(ahead) && hasNothing({ start: last.end, end: start }, things) ? last : null;
    // "is assessing whether two ships can be sent": one possibility.
    const isWhether = last?.kind === "MAY" && WHETHER_ASIDE.test(`${last.words}${ahead}`);
    const popped = isWhether && previous?.cue === last ? clauses.pop() : undefined;
    const isSaid = !cue.isOpen || isPromise(cue, subject, who, gap, reading, things);
    const at: VerbPlace = { led, last: does, isWhether, before: plain.slice(line.start, gap.start), tongue };
    does = isSaid ? doingOf(cue, ahead, at) : null;
    if (does !== null && isOfItself(reading.withoutConditions.slice(gap.start, end), ahead, does))
      does = null;
    // "обіцяли навчити сорок людей і навчимо".
    const isEmpty = !/[\p{L}\d]/u.test(plain.slice(cue.end, end)) && hasNothing(gap, things);
    // "ми додаємо: цього року Латвія передасть …": what follows says it.
    const isBare = hasNothing({ start: cue.end, end }, things);
    const isOpening = isBare && plain[cue.end] === ":" && index + 1 < cues.length;
    if (does === "WILL" && ((previous && isEmpty) || isOpening)) does = null;
    if (does === "WILL" && PERHAPS_BEHIND.test(plain.slice(cue.end, cue.end + NEAR))) does = "MAY";
    if (previous && last && previous.cue === last && isRefusedWith(last, ahead, does)) {
      if (hasNothing(previous, things)) clauses.pop();
      does = "REFUSES";
    }
    ({ subject, who } = whoOf(reading, line, { cue, ahead, subject, who, isFirst: index === 0 && !head }));
    isOwn ||= subject.is === "own" || line.tongue.weForm.test(cue.words);
    if (!isOwn && !head && isNobodys(subject, who, reading)) does = null;
    const isHistory = isOfThePast(cue, plain.slice(line.start, line.end), tongue);
    const isDenial = does === "REPEATS" && isDeniedAgain(plain, line, cue);
    if (isDenial) does = hasNothing(line, things) || cues.slice(index).some(isPromising) ? null : "REFUSES";
    if (does !== null && subject.is !== "stranger" && !isHistory) {
      // "reviewed the decision to equip a battalion, and reaffirmed it".
      const isOfAll = (does === "REPEATS" || isDenial) && isBare;
      clauses.push({
        start: index === 0 || isOfAll ? line.start : (popped?.start ?? start),
        ...{ end, does, cue, who, line },
        isOfThing: subject.is === "none" && !isOwn && !head,
      });
    }
    last = cue;
  }
  const found = { all, cues, clauses, last, who };
  return { ...withoutVerb(line, head, found, reading), isOld };
}

/** What is said of a thing is no promise of the country that is helped, unless it says so itself. */
const isNobodys = ({ is }: ClauseSubject, { codes }: Who, { speaker }: ClauseReading): boolean =>
  (is === "none" && codes.join() === "UA") || (codes.length === 0 && speaker === "UA");

interface Said {
  cue: Cue;
  ahead: string;
  subject: ClauseSubject;
  /** Of the clause before. */
  who: Who;
  isFirst: boolean;
}

/** Whose clause it is, whether its subject says so or leaves it open. */
function whoOf(
  { speaker, us, namesIn }: ClauseReading,
  line: TextLine,
  { cue, ahead, subject, who, isFirst }: Said,
): { subject: ClauseSubject; who: Who } {
  // "the offer of Greece to open".
  const within =
    subject.is === "none" ? namesIn(line).filter((one) => covers(cue, one) && one.code !== "UA") : [];
  const codes = codesOf(within);
  if (codes.length > 0) {
    const own: Who = { codes, onBehalfOf: [], spans: within };
    return { subject: { is: "own", who: own }, who: own };
  }
  const isWe = line.tongue.weForm.test(cue.words) && us.length > 0;
  // "разом із Латвією навчатимемо": we, too.
  if (subject.is === "own" && isWe && WITH_THEM.test(ahead)) {
    const both: Who = { ...subject.who, codes: [...new Set([...us, ...subject.who.codes])] };
    return { subject: { is: "own", who: both }, who: both };
  }
  if (subject.is === "own") return { subject, who: subject.who };
  if (isWe) return { subject, who: { ...NO_ONE, codes: [...us] } };
  const isOurs = subject.is === "same" && OURS.test(ahead);
  if (speaker !== null && (isOurs || (subject.is === "none" && isFirst && speaker !== "UA")))
    return { subject, who: speaking(speaker) };
  // "Decide to …", in a joint text.
  if (subject.is === "none" && us.length > 1 && cue.start === line.start)
    return { subject, who: { ...NO_ONE, codes: [...us] } };
  return { subject, who };
}

const WITH_THEM = /(?:разом|спільно) (?:із|з|зі) [^,;.]{3,60}$/iu;

/** Clauses of a sentence without a verb of the tables. */
function withoutVerb(
  line: TextLine,
  head: Clause | undefined,
  found: { all: Cue[]; cues: Cue[]; clauses: Clause[]; last: Cue | null; who: Who },
  reading: ClauseReading,
): { clauses: Clause[]; who: Who } {
  const { all, cues, clauses, last } = found;
  let { who } = found;
  if (cues.length === 0 && !head) {
    // "Le Portugal, enfin.": what comes next is about it.
    const topic = subjectIn(reading, line, line);
    if (topic.is === "own" && topic.who.codes.join() !== "UA") who = topic.who;
  }
  if (head && clauses.length === 0 && (last === null || last.kind === "OTHER" || last.kind === "DONE"))
    return { clauses: itemOf(line, head, reading), who };
  const left = addedTo(clauses, all, line, who, reading);
  if (clauses.length === 0 && all.some(isOfBefore)) clauses.push(...repetitionOf(line, all, who, reading));
  // "Можливо, підрозділ, але за спиною повинні бути американці."
  if (clauses.length === 0 && !head && all.every(({ kind }) => kind === "ASKS"))
    clauses.push(...perhapsOf(line, who, reading, all[0]?.start));
  if (clauses.length === 0 && all.every((cue) => cue.kind === "OTHER" || isDue(cue, reading.plain)))
    clauses.push(...announcedIn(line, who, reading, null, all.length === 0));
  if (clauses.length === 0) clauses.push(...deniedOrRecalled(line, all, who, reading));
  butNo(clauses, line, reading);
  markRepeats(clauses, left);
  return { clauses, who };
}

/** "7,500 drones, delivered before 1 July": a day ahead, not what was done. */
const isDue = ({ kind, start, end }: Cue, plain: string): boolean =>
  kind === "DONE" &&
  plain.slice(start - 2, start) === ", " &&
  /^ (?:before|by|until|avant|d'ici|jusqu'à|до) /iu.test(plain.slice(end, end + 10));

const isPromising = ({ kind }: Cue): boolean => kind === "REFUSES" || kind === "WILL" || kind === "MAY";

/** "it", or no subject after a relative clause: the same as before. */
const isStill = (doer: ClauseSubject, plain: string, gap: TextSpan): boolean =>
  doer.is === "same" ||
  (doer.is === "none" &&
    /(?:^|,)\P{L}*$|^ [^,;:]*(?<![\p{L}])(?:that|que|qu')(?![\p{L}])[^,;:]*$/u.test(
      plain.slice(gap.start, gap.end),
    ));

const NEAR = 24;
const PERHAPS_BEHIND =
  /^ (?:peut-être|éventuellement|sans doute|possibly|perhaps|maybe|можливо|імовірно)(?![\p{L}])/iu;
/** "It is out of the question that France will send …", "Nor do we plan to …": one refusal. */
const isRefusedWith = (last: Cue, ahead: string, does: Doing | null): boolean =>
  last.kind === "REFUSES" &&
  (does === "WILL" || does === "MAY") &&
  (THAT.test(ahead) || NOR.test(last.words));
const NOR = /^(?:nor|neither) /iu;
const THAT = /^ ?(?:that|que|qu'|, що|of)(?![\p{L}])/iu;
/** In a speech, the speaker's. */
const OURS =
  /(?<![\p{L}])(?:the (?:state|government|cabinet|ministry)|l'État|le gouvernement|le ministère|держава|уряд|міністерство) (?:\p{L}+ )?$/iu;

/** "has committed", "виділила". */
const isOfThePast = ({ kind, words }: Cue, sentence: string, { history }: TextLine["tongue"]): boolean =>
  kind !== "REFUSES" && PAST.test(words) && sentence.search(history) >= 0;
const PAST =
  /^(?:has|have|had|s'est engag|se sont engag|a|ont|avons|avait|avaient)(?![\p{L}])|(?:ed|в|ла|ло|ли)$/u;

/** "Germany, which will …": what was said of Germany has ended. */
const RELATIVE =
  /, (?:(?:which|who|qui|як\p{L}+) (?:also |також )?$|(?:but|while|whereas|mais|tandis que|alors que|але|проте|однак|а) )/u;

const WHETHER_ASIDE = /(?<![\p{L}])(?:whether|if|si|s'|чи) (?:[\p{L}\d'-]+ ){0,8}$/iu;
