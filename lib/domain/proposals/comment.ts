import type { Instant } from "../base/day";
import type { SuggestedChange } from "./suggestion";

export interface Comment {
  id: string;
  pledge: string;
  authorId: string;
  text: string;
  /** Of a comment that suggests a change. */
  suggestion?: SuggestedChange;
  version: number;
  createdAt: Instant;
}

/** UTF-16 code units, as in JavaScript. */
export const LONGEST_COMMENT = 4_000;

/** Words that belong in a comment, as the texts of as many comments as they need: cut at blanks, or else between characters. */
export const commentTexts = (words: readonly string[]): string[] => words.join("; ").match(COMMENTS) ?? [];

/** A character is up to two code units. */
const COMMENTS = /\S(?:.{0,1998}\S)?(?!\S)|\S{2000}/gsu;
