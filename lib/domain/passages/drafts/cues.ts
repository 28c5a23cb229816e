// What each clause does, by its verb: a promise, a possibility, a refusal, a repetition, or none of these.
import { overlap, type TextSpan } from "../../base/sentences";
import { spansOf } from "../suggestion";
import { whole } from "../language-rules";
import { ALL_CUES } from "./cue-words/all";
import type { CueWords } from "./cue-words/cue-words";

export type CueKind = "WILL" | "MAY" | "REFUSES" | "REPEATS" | "AS_BEFORE" | "DONE" | "ASKS" | "AND";

export interface Cue extends TextSpan {
  kind: CueKind;
  words: string;
}

/** In text order. Where two overlap, the one that begins first wins, then the longer one. */
export function cuesIn(plain: string): Cue[] {
  const found = PATTERNS.flatMap(([kind, pattern]) =>
    spansOf(plain, pattern).map((span): Cue => ({ ...span, kind })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Cue[] = [];
  for (const cue of found) {
    const last = kept.at(-1);
    if (!last || !overlap(last, cue)) kept.push(cue);
  }
  return kept;
}

/** A modal, what may come between, perhaps an aside between commas, and a verb. */
const led = (by: string, { between, verbs }: CueWords): string =>
  String.raw`(?:${by})(?: (?:${between})){0,3}(?:, [^,;.:]{1,100},)? (?:${verbs})`;

const DETERMINED = String.raw`(?= (?:the|a|an|up|some|its|their|our|at|more|about|around|in|\p{Lu}|\d|[$£€])|:)`;

const PATTERNS: readonly (readonly [CueKind, RegExp])[] = ALL_CUES.flatMap((words) =>
  (
    [
      ["REFUSES", `${led(words.willNot, words)}|${words.refuses}`],
      ["WILL", `${led(words.will, words)}|${words.wills}`],
      ["MAY", `${led(words.may, words)}|${words.mays}`],
      ["REPEATS", words.repeats],
      ["AS_BEFORE", words.asBefore],
      ["DONE", words.done],
      ["ASKS", words.asks],
      ["AND", `(?:${words.and})(?:${words.verbs})${DETERMINED}`],
    ] as const
  ).map(([kind, pattern]) => [kind, kind === "AND" ? new RegExp(pattern, "gu") : whole(pattern)] as const),
);
