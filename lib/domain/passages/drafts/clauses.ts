// Cuts sentences into clauses: what a clause does, who does it, and the words that say what is done.
import type { TextSpan } from "../../base/sentences";
import { whole } from "../language-rules";
import type { NamedSpan } from "../names";
import type { Cue } from "./cues";
import { ALL_CUES } from "./cue-words/all";

export interface Clause {
  does: "WILL" | "MAY" | "REFUSES" | "REPEATS";
  cue: Cue;
  who: Who;
  /** The words that belong to it. */
  span: TextSpan;
  sentence: TextSpan;
}

export interface Who {
  codes: string[];
  spans: TextSpan[];
  how: "EACH" | "TOGETHER";
}

const NOBODY: Who = { codes: [], spans: [], how: "EACH" };

export function clausesOf(
  plain: string,
  sentences: readonly TextSpan[],
  cues: readonly Cue[],
  names: readonly NamedSpan[],
  speaker: string | null,
): Clause[] {
  const clauses: Clause[] = [];
  let who: Who = NOBODY;
  for (const sentence of sentences) {
    const within = cues.filter((cue) => cue.start >= sentence.start && cue.end <= sentence.end);
    let does: Clause["does"] | null = null;
    for (const [index, cue] of within.entries()) {
      const before = within[index - 1]?.end ?? sentence.start;
      const end = within[index + 1]?.start ?? sentence.end;
      const subject =
        cue.kind === "AND" ? null : subjectOf(plain, { start: before, end: cue.start }, names, speaker);
      who = subject ?? who;
      does = doneBy(cue, does);
      if (does !== null)
        clauses.push({
          does,
          cue,
          who,
          span: { start: subject?.spans[0]?.start ?? cue.start, end },
          sentence,
        });
    }
  }
  return clauses;
}

function doneBy({ kind }: Cue, last: Clause["does"] | null): Clause["does"] | null {
  if (kind === "AND") return last;
  return kind === "WILL" || kind === "MAY" || kind === "REFUSES" || kind === "REPEATS" ? kind : null;
}

const WE = whole(ALL_CUES.map(({ we }) => we).join("|"));
const TOGETHER = whole(ALL_CUES.map(({ together }) => together).join("|"));

function subjectOf(
  plain: string,
  place: TextSpan,
  names: readonly NamedSpan[],
  speaker: string | null,
): Who | null {
  const named = names.filter(({ start, end }) => start >= place.start && end <= place.end);
  const words = plain.slice(place.start, place.end);
  if (named.length === 0) {
    const we = [...words.matchAll(WE)].at(-1);
    if (!we) return null;
    const start = place.start + we.index;
    return {
      codes: speaker === null ? [] : [speaker],
      spans: [{ start, end: start + we[0].length }],
      how: "EACH",
    };
  }
  return {
    codes: [...new Set(named.map(({ code }) => code))],
    spans: named.map(({ start, end }) => ({ start, end })),
    how: words.search(TOGETHER) >= 0 ? "TOGETHER" : "EACH",
  };
}
