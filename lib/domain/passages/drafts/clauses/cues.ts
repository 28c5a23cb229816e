// What each clause does, by its verb: a promise, a possibility, a refusal, a repetition, or none of these.
import { matchesIn, overlap, type TextSpan } from "../../../base/sentences";
import type { CueKind, Tongue } from "../tongues";

export interface Cue extends TextSpan {
  kind: CueKind;
  words: string;
  /** Any verb after "will": it promises only where other words support it. */
  isOpen: boolean;
}

/** In text order. Where two overlap, the one that begins first wins, then the longer one. */
export function cuesIn(plain: string, span: TextSpan, tongue: Tongue): Cue[] {
  const whole = { words: plain.slice(span.start, span.end), placeOf: (index: number) => index };
  const flat = withoutAsides(whole.words);
  const found = tongue.cues
    .flatMap(([kind, pattern, isOpen]) => {
      const { words, placeOf } = kind === "AS_BEFORE" || kind === "ANNOUNCED" ? whole : flat;
      return matchesIn(words, pattern).map(({ index, 0: cue }): Cue => {
        const start = span.start + placeOf(index);
        const end = span.start + placeOf(index + cue.length - 1) + 1;
        return { kind, words: cue, isOpen, start, end };
      });
    })
    // The month.
    .filter(({ words, start }) => !words.startsWith("May ") || start === span.start)
    .filter(
      (cue) =>
        (cue.kind !== "WILL" && cue.kind !== "ASKS") ||
        !isNoun(cue, plain.slice(Math.max(0, cue.start - 24), cue.start)),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Cue[] = [];
  for (const cue of found) {
    const last = kept.at(-1);
    // "will, as we said in March, deliver".
    if (!last || !overlap(last, cue) || (cue.kind === "AS_BEFORE" && last.kind !== "AS_BEFORE"))
      kept.push(cue);
  }
  return kept;
}

/** "the promised tanks", "another request". */
const isNoun = ({ kind, words }: Cue, before: string): boolean =>
  kind === "ASKS"
    ? (/(?<![\p{L}])(?:the|an?|another|any|each|this|that|its|their|our|such|'s|at|on|of|for|in|upon|une|la|cette|toute|sa|leur|notre) $/iu.test(
        before,
      ) &&
        /^(?:call|ask|request|demand|need|appeal|press|challenge|invit|thank)/iu.test(words)) ||
      // "a Ukrainian request".
      (/(?<![\p{L}])(?:the|an?|any|this) \p{L}+ $/iu.test(before) &&
        /^(?:call|request|demand|appeal|need)(?: |$)/iu.test(words))
    : /^(?:offres?|offers?|demande)$/iu.test(words)
      ? /(?:l'|(?<![\p{L}])(?:une|cette|son|leur|notre|the|an|its|their|our|this|that|'s) )$/iu.test(before)
      : /^\p{L}+(?:ed|és?|ées?)$/u.test(words) &&
        /(?<![\p{L}])(?:the|all|every|a|an|its|their|our|newly|les|des|ses|\d+) $/iu.test(before);

/** Quotation marks, and words such as "however", may come between the words of a verb: they are left out. */
function withoutAsides(words: string): { words: string; placeOf: (index: number) => number } {
  if (words.search(ASIDES) < 0) return { words, placeOf: (index) => index };
  const places: number[] = [];
  let [kept, at] = ["", 0];
  const keep = (to: number): void => {
    for (; at < to; at += 1) {
      if (words[at] === " " && kept.endsWith(" ")) continue;
      kept += words.charAt(at);
      places.push(at);
    }
  };
  for (const { index, 0: aside } of matchesIn(words, ASIDES)) {
    keep(index);
    at = index + aside.length;
  }
  keep(words.length);
  return { words: kept, placeOf: (index) => places[index] ?? words.length - 1 };
}

const ASIDES =
  /[«»“”„"]|(?<=(?<![\p{L}])(?:has|have|had|is|are|will|would|could|may|might|'ve|'s|'re)) (?:also(?= (?:put|made|set|signed|found|decided|agreed|proposing|presented) )|or (?:may|might|could) not|today|this (?:morning|week|afternoon|evening)|yesterday|hereby|now|in addition|in parallel|additionally|likewise|separately|(?:on|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day)(?= )|(?<=(?<![\p{L}])(?:a|ont|avons|ai|est|sont|pourra|pourront|pourrait|pourraient|peut|peuvent|va|vont)) (?:de (?:son|leur|notre|mon) côté|pour (?:sa|leur|notre|ma) part|aujourd'hui|ce (?:matin|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|hier(?: soir)?|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:dernier|matin|soir))?|en outre|par ailleurs|en même temps|dans le même temps|parallèlement|(?:eux|elles?|lui|nous) aussi)(?= \p{L})|(?<=\p{L}) (?:however|therefore|thus|accordingly|moreover|cependant|toutefois|néanmoins|par ailleurs|en outre|ainsi(?! qu)|donc|d'ailleurs|également|notamment|désormais|pourtant|однак|отже|водночас|таким чином)(?= \p{L})|(?<=(?<![\p{L}])(?:decided|agreed|promised|pledged|offer|propose|intend|plan)) (?:is|was)(?= to )|, c'est(?= d[e'])|, (?:however|though|too|in turn|of course|for (?:its|our|their) part|meanwhile|moreover|therefore|then|en revanche|toutefois|cependant|quant à (?:elle|lui|nous)|pour (?:sa|leur|notre) part|en outre|par ailleurs|de plus|lui|elle|aussi|enfin|donc|однак|проте|натомість|втім|утім|зокрема|зі свого боку|своєю чергою|крім того|звісно|звичайно|отже|на жаль|на щастя|до речі|приміром|наприклад|мабуть|безумовно|зрозуміло)(?=,)(?:,(?! (?:and|et|і|та) ))?|(?<=(?<![\p{L}])(?:will|shall|would|could|may|might|intends?|plans?|proposes?|pourra(?:it)?|peut|entend|compte|prévoit|décidé|prête?|disposée?|може|могл[аи] б|міг би|готов(?:а|ий|і)|намір|планує|планують|вирішив|вирішила)), [^,;.:]{1,90},(?!\d)|(?<=(?<![\p{L}])(?:decided|agreed|ready|prepared|willing)), [^,;.:]{1,90},(?= to )/giu;
