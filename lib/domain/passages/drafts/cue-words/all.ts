import type { CueWords } from "./cue-words";
import { ENGLISH_CUES } from "./english";

/** All are tried on every text, since a text may quote another language. */
export const ALL_CUES: readonly CueWords[] = [ENGLISH_CUES];
