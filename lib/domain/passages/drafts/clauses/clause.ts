import { covers, type TextSpan } from "../../../base/sentences";
import type { TextLine } from "../lines";
import type { Cue } from "./cues";
import type { Cast, Who } from "./who";

export type Doing = "WILL" | "MAY" | "REFUSES" | "REPEATS" | "CONFIRMS";

export interface Clause extends TextSpan {
  does: Doing;
  /** Null: an item of a list whose opening line has the verb. */
  cue: Cue | null;
  who: Who;
  line: TextLine;
  /** Its subject is a thing, or nobody whom the sentence names: "The contingent will leave …". */
  isOfThing?: boolean;
}

export interface ClauseReading extends Cast {
  speaker: string | null;
  /** Conditions, and relative clauses about the past: what their verbs say isn't promised. */
  asidesIn: (line: TextLine) => readonly TextSpan[];
  /** Where something is named that can be pledged. */
  thingsIn: (line: TextLine) => readonly TextSpan[];
}

export const hasNothing = (span: TextSpan, things: readonly TextSpan[]): boolean =>
  !things.some((one) => covers(span, one));
