// Verbs that say more of the promise that was just read, and make none of their own.
import type { TextSpan } from "../../../base/sentences";
import type { TextLine } from "../lines";
import type { Cue } from "./cues";

/** What is said behind the last verb is of the same promise. */
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
  /[\p{L}\d], (?:which|who|that|qui|lesquel(?:le)?s|як(?:і|ий|а|е)|що) (?:also |також |\p{L}+ment )?$/u;

/** "train and equip", "підготуємо й оснастимо". */
const isWith = (last: Cue, { kind, start }: Cue, plain: string): boolean =>
  kind === "AND"
    ? start === last.end
    : kind === last.kind && /^ (?:і|й|та) $/iu.test(plain.slice(last.end, start));

const SEES_TO =
  /(?<![\p{L}])(?:see to it|ensur\p{L}+|make sure|making sure|veill\p{L}+ à ce|f[ae]\p{L}+ en sorte|assurer\p{L}* de ce) (?:that |qu(?:e |'))[^,;:.]{2,80}$/iu;
const IS = /^(?:is|are|was|est|sont|serait|sera)$/iu;
const WHAT = /(?:^|[.:;,–—] |\n)[«“"„]?(?:what|ce (?:que?|qu'))(?: (?:[\p{L}'’-]+ ?){1,4})?$/iu;
