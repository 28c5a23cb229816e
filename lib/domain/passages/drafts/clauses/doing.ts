// What a clause does, by its verb and the words before it.
import { covers, type TextSpan, matchesIn } from "../../../base/sentences";
import type { TextLine } from "../lines";
import type { Tongue } from "../tongues";
import type { ClauseReading, Doing } from "./clause";
import { cuesIn, type Cue } from "./cues";
import { ASKED } from "./questions";

/** `cues`: the line's verbs; `all`: these, and words that mark something as old. */
export function verbsOf(line: TextLine, { plain, asidesIn }: ClauseReading): { all: Cue[]; cues: Cue[] } {
  const asides = asidesIn(line);
  // "26 boats, to be handed over in May".
  const isAside = (cue: Cue): boolean =>
    line.isItem &&
    (/, to(?: be)? $/u.test(plain.slice(line.start, cue.start)) || /^(?:to be |, à )/u.test(cue.words));
  const all = cuesIn(plain, line, line.tongue).filter(
    (cue) => !asides.some((one) => covers(one, cue)) && !isAside(cue) && !isOfWhat(plain, cue),
  );
  const cues = all
    .filter(({ kind }) => kind !== "AS_BEFORE" && kind !== "ANNOUNCED")
    // "reiterate the pledge that they have made, to train …".
    .filter(({ kind, start }, index, some) => {
      const said = some[index - 1];
      const isRelated = kind === "OTHER" && (said?.kind === "REPEATS" || said?.kind === "CONFIRMS");
      return !isRelated || !RELATED.test(plain.slice(said.end, start));
    });
  return { all, cues };
}
/** "SEK 3 billion of what remains will …". */
const isOfWhat = (plain: string, { kind, start }: Cue): boolean =>
  kind === "OTHER" &&
  /(?:of|from|than) what $|(?:de|à) ce qui $|(?:з|із|від) того, що $/iu.test(
    plain.slice(Math.max(0, start - 16), start),
  );
/** ", under which 65,000 recruits have been trained,": nothing in it is promised. */
export const pastAsidesIn = (plain: string, { start, end, tongue }: TextLine): TextSpan[] =>
  matchesIn(plain.slice(start, end), ASIDE).flatMap(({ index, 0: words }) => {
    const aside = { start: start + index, end: start + index + words.length };
    if (!words.startsWith(",") || TOTALS.test(words)) return [aside];
    const cues = cuesIn(plain, aside, tongue);
    const past = OF_WHICH.test(words) ? OLD_OR_DONE : DONE;
    return cues.length > 0 && cues.every(({ kind }) => past.includes(kind)) ? [aside] : [];
  });
const DONE: readonly string[] = ["DONE", "OTHER"];
const OLD_OR_DONE: readonly string[] = [...DONE, "REPEATS", "AS_BEFORE", "ANNOUNCED"];
const OF_WHICH = /^, [\p{L}\d]+ of (?:which|whom) |^, dont [\p{L}\d]+ /iu;

/** "The 3,000 soldiers that we have trained will …": of the past. */
const DONE_ONES = String.raw`(?<=^|[.;,:] )(?:the|these|those|les|ces) (?:[\d., ]*\d|\p{L}+) (?:\p{L}+ ){1,4}?(?:(?:that |which |whom )?(?:we|it|they) (?:has|have) (?:already |so far )?(?!promis|announc|offer|pledg|commit|decid)\p{L}+(?:ed|en|ent|ught)|qu(?:e |')(?:nous|elle|ils?|elles|la \p{L}+|l[ae']\p{L}+) ?(?:avons|a|ont) (?:déjà )?(?!promi|annonc|offer|propos|engag|décid)\p{L}+(?:é|u|i|it)e?s?)(?![\p{L}])`;
/** ", bringing our total support to more than $1.9 billion". */
const TOTALS =
  /^, (?:(?:which|thus|thereby|ainsi|ce qui|qui) )?(?:bring|tak|rais|lift|increas|port|fai)\p{L}*(?![\p{L}])[^;]*(?<![\p{L}])(?:total|overall|altogether|since|cumulative|so far|depuis|ensemble|montant|cumul)/iu;
const ASIDE = new RegExp(
  `${DONE_ONES}|${TOTALS.source.slice(1)}[^;]*?(?=, (?!\\d)|[.;]?$)|` +
    String.raw`(?<=\p{L}), (?:[\p{L}']+ ){0,3}(?:which|who|whose|whom|that|qui|dont|que|lesquel\p{L}+|laquelle|lequel|як(?:ий|а|е|і|ого|ої|ому|им|их|ими)) [^;:.]{3,200}?,(?= (?:\p{L}+ ){0,2}(?:will|shall|would|could|may|is|are|has|have|\p{L}+r(?:a|ont|ait)|бу\p{L}+|\p{L}+(?:ить|ять|уть|ють|ть|ме)(?![\p{L}])))`,
  "giu",
);

const RELATED =
  /(?<![\p{L}])(?:that|which|who|what|que|qui|dont|що|як\p{L}{1,3})(?![\p{L}])[^,.;]{0,30}$|(?<![\p{L}])qu'\p{L}[^,.;]{0,30}$/iu;

export interface VerbPlace {
  led: Cue | null;
  last: Doing | null;
  isWhether: boolean;
  /** Its sentence, up to the end of the last verb. */
  before: string;
  tongue: Tongue;
}

/** `ahead`: the words between the last verb and this one. */
export function doingOf(
  cue: Cue,
  ahead: string,
  { led, last, isWhether, before, tongue }: VerbPlace,
): Doing | null {
  let does = doneBy(cue, led, last);
  if (does === "WILL" && (isWhether || ahead.search(tongue.perhaps) >= 0)) does = "MAY";
  const isDenied = ahead.search(tongue.denies) >= 0 || NOT.test(ahead) || NO_THING.test(ahead);
  const isLed = does === "REPEATS" && (cue.kind === "WILL" || cue.kind === "MAY");
  if ((does === "WILL" || does === "MAY" || isLed) && isDenied) does = "REFUSES";
  // "без грошей союзників контракту не підпишуть": a condition.
  if (does === "REFUSES" && WITHOUT.test(ahead)) return null;
  // "Reports that Norway would send …", "It is excluded that …".
  if (does === "REFUSES" && SAYS_WHAT.test(ahead)) return null;
  // "la part que prendra la Belgique".
  if (tongue.language === "fr" && / (?:que|dont|où) $/u.test(ahead)) return null;
  if (RUMOURED.test(ahead) || (WHAT.test(ahead) && / (?:do|mean|cause|achieve)$/u.test(cue.words)))
    return null;
  if (does === "MAY" && WANTS_TO_HAVE.test(cue.words)) return null;
  if (does !== "REFUSES" && last !== "WILL" && ASKED_FIRST.test(before + ahead)) return null;
  return ASKED.test(ahead) || (does === "WILL" && WHETHER.test(ahead)) ? null : does;
}
/** "Ukraine would like to have your Buk systems." */
const WANTS_TO_HAVE =
  /(?:like|wish|want|hope)\p{L}* to (?:have|get|receive|obtain)$|(?:souhait|voud|aimer)\p{L}+ (?:avoir|recevoir|obtenir|disposer)$|(?:хо[чт]|воліл)\p{L}+ (?:би? )?(?:отримати|мати|одержати|дістати)$/iu;
const WITHOUT = /(?<![\p{L}])без (?:[\p{L}'-]+ ){1,6}(?:[^.;]{0,60} )?$/iu;
/** "Let me be clear about what we are not doing." */
const SAYS_WHAT = /(?<![\p{L}])(?:about|on|clear|say|tell you) what (?:we|I|they|it) $/iu;
/** "Asked whether Ukraine might receive missiles, the minister shook his head." */
const ASKED_FIRST =
  /^["«“„]?(?:when |lorsqu'on (?:l|lui) )?(?:asked|questioned|pressed|interrogée?s?|запитан\p{L}+|на запитання)(?![\p{L}])[^,;:]{0,120}$/iu;
/** "I saw what drones can do." */
const WHAT = /(?<![\p{L}])what (?!(?:we|I) )/iu;
const RUMOURED =
  /(?:\d ?%|per ?cent|pour cent|majorit[yé]) (?:only |seulement |plutôt )?(?:of|des|de|d')[^,;.]{2,40}$|(?:%|pour cent|per ?cent) (?:seulement |only )?$|(?<![\p{L}])(?:reports?|rumou?rs?|claims?|speculation|suggestions?|allegations?|rumeurs?|informations?|чутки|повідомлення) (?:that|of|selon lesquelles|que|про те, що|, що) |(?<![\p{L}])(?:ніби|наче|немов|немовби|нібито)(?: [\p{L}'-]+){0,4} $/iu;
const NOT = /(?:(?<![\p{L}])(?:not|never|не|ніколи)|n't) $/iu;
/** "asked whether soldiers will go": a question. */
const WHETHER =
  /(?<![\p{L}])(?:whether|how (?:many|much|long)|(?:savoir|ignor\p{L}*) si|combien|скільки|(?<=[,:–] )чи)(?![\p{L}])/iu; /** "adding that no tanks would be sent". */
const NO_THING =
  /(?<![\p{L}])(?:no|not a single|not one|not any|aucune?|pas une?(?: seule?)?|жодн\p{L}{1,3}) (?!later|earlier|sooner|more|less|fewer|doubt|longer|matter|décision|doute|сумнів)(?:[\p{L}\d'»”"-]+ ){0,4}[\p{L}\d'»”"-]+ ?$/iu;

/** A verb that depends on one that reaffirms repeats; on one that asks, it promises nothing. */
function doneBy({ kind, words }: Cue, led: Cue | null, last: Doing | null): Doing | null {
  // "extended its mission and will send …".
  if (kind === "AND") return last ?? (/(?<![\p{L}])(?:will|is to)(?![\p{L}])/u.test(words) ? "WILL" : null);
  if (kind !== "WILL" && kind !== "MAY" && kind !== "REFUSES")
    return kind === "REPEATS" || kind === "CONFIRMS" ? kind : null;
  if (led?.kind === "ASKS") return null;
  if (kind !== "REFUSES" && (led?.kind === "REPEATS" || led?.kind === "CONFIRMS")) return led.kind;
  if (kind === "WILL" && led?.kind === "MAY") return "MAY";
  return kind;
}
