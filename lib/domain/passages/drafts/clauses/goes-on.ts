// Verbs outside the tables that promise, and those that only say more of the promise just read.
import type { TextSpan } from "../../../base/sentences";
import type { TextLine } from "../lines";
import { hasNothing, type ClauseReading } from "./clause";
import type { Cue } from "./cues";
import { codesOf, NO_ONE, type ClauseSubject, type Who } from "./who";

/** Whether what follows the last verb belongs to the same promise. */
export const goesOn = (
  plain: string,
  line: TextLine,
  { last, cue, gap, end }: { last: Cue; cue: Cue; gap: TextSpan; end: number },
): boolean =>
  // "240 soldiers, who will be based in the west"; "will jointly train and equip a brigade".
  isTold(plain, gap, end) ||
  // "will see to it that all sanctions are back in place".
  (cue.kind === "OTHER" && SEES_TO.test(plain.slice(last.start, gap.end))) ||
  isWith(last, cue, plain) ||
  // "What we could send is a company."
  (IS.test(cue.words) &&
    !/^ ?(?:that|qu|, що)/iu.test(plain.slice(cue.end, end)) &&
    WHAT.test(plain.slice(line.start, last.start)));

/** A relative clause about what was promised, that contains no number. */
const isTold = (plain: string, gap: TextSpan, end: number): boolean =>
  TOLD.test(plain.slice(gap.start, gap.end)) && !/\d/u.test(plain.slice(gap.end, end));
const TOLD =
  /[\p{L}\d], (?:which|who|that|qui|lesquel(?:le)?s|як(?:і|ий|а|е)|що) (?:also |також |\p{L}+ment )?$|\p{L}, (?:їх|його|її) $/u;

/** "train and equip", "підготуємо й оснастимо". */
const isWith = (last: Cue, { kind, start }: Cue, plain: string): boolean =>
  kind === "AND"
    ? start === last.end
    : kind === last.kind && /^ (?:і|й|та) $/iu.test(plain.slice(last.end, start));

const SEES_TO =
  /(?<![\p{L}])(?:see to it|ensur\p{L}+|make sure|making sure|veill\p{L}+ à ce|f[ae]\p{L}+ en sorte|assurer\p{L}* de ce) (?:that |qu(?:e |'))[^,;:.]{2,80}$/iu;
const IS = /^(?:is|are|was|est|sont|serait|sera)$/iu;
const WHAT = /(?:^|[.:;,–—] |\n)[«“"„]?(?:what|ce (?:que?|qu'))(?: (?:[\p{L}'’-]+ ?){1,4})?$/iu;

/** For a verb outside the tables: who does it is named, or the thing that it is done with. */
export function isPromise(
  cue: Cue,
  subject: ClauseSubject,
  who: Who,
  gap: TextSpan,
  { plain, us }: ClauseReading,
  things: readonly TextSpan[],
): boolean {
  if (subject.is === "own" || (subject.is === "same" && who.codes.length > 0)) return true;
  // "Decide to set up …", in a joint text.
  if (subject.is === "none" && us.length > 1 && cue.start === gap.start) return true;
  if (subject.is === "none" && us.length > 0 && OURS_BEHIND.test(plain.slice(cue.end, cue.end + NEAR)))
    return true;
  return subject.is === "none" && !hasNothing(gap, things) && (who.codes.length > 0 || us.length > 0);
}

/** "У Польщі працюватимуть 90 наших інструкторів". */
const OURS_BEHIND = /^ (?:[\p{L}\d']+ ){0,2}наш(?:их|і|ими) /iu;

const NEAR = 24;

/** "Thank you for Britain's decision. This month they will hand over …", where Ukraine speaks. */
export function namedByUkraine(line: TextLine, who: Who, { speaker, namesIn }: ClauseReading): Who {
  if (speaker !== "UA" || who.codes.length > 0) return who;
  const codes = codesOf(namesIn(line)).filter((code) => code !== "UA");
  return codes.length === 1 ? { ...NO_ONE, codes } : who;
}

/** What an item says of its thing, after the line with the verb: "drones, which companies will build". */
export const isOfItem = (plain: string, { start, end }: TextSpan, { is }: ClauseSubject): boolean =>
  is === "none" || is === "stranger" || OF_ITEM.test(plain.slice(start, end));
const OF_ITEM = /[\p{L}\d], (?:which|who|that|qui|que|dont|як\p{L}{1,3}) [^,;:.]*$/u;
