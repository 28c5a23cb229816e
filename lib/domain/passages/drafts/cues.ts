// What each clause does, by its verb: a promise, a possibility, a refusal, a repetition, or none of these.
import { overlap, type TextSpan } from "../../base/sentences";
import type { CueKind, Tongue } from "./tongues";

export interface Cue extends TextSpan {
  kind: CueKind;
  words: string;
}

/** In text order. Where two overlap, the one that begins first wins, then the longer one. */
export function cuesIn(plain: string, span: TextSpan, tongue: Tongue): Cue[] {
  const words = plain.slice(span.start, span.end);
  const found = tongue.cues
    .flatMap(([kind, pattern]) =>
      [...words.matchAll(pattern)].map(({ index, 0: cue }): Cue => {
        const start = span.start + index;
        return { kind, words: cue, start, end: start + cue.length };
      }),
    )
    .filter(
      (cue) =>
        cue.kind !== "WILL" || !isParticiple(cue.words, plain.slice(Math.max(0, cue.start - 14), cue.start)),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Cue[] = [];
  for (const cue of found) {
    const last = kept.at(-1);
    if (!last || !overlap(last, cue)) kept.push(cue);
  }
  return kept;
}

/** "the promised tanks". */
const isParticiple = (cue: string, before: string): boolean =>
  /^\p{L}+(?:ed|és?|ées?)$/u.test(cue) &&
  /(?<![\p{L}])(?:the|all|every|a|an|its|their|our|newly|les|des|ses|\d+) $/iu.test(before);
