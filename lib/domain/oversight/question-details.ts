// A question as shown: with the pledge it is about, and its history from the log.
import type { Day, Instant } from "../base/day";
import type { Writer } from "./finding-details";
import {
  aboutName,
  type Question,
  type QuestionAbout,
  type QuestionAct,
  type QuestionEntry,
  type QuestionState,
} from "./question";

/** With its author and the last writer. */
export interface KnownQuestion {
  question: Question;
  by: Writer;
  last: { by: Writer; at: Instant };
  /** Of the pledge; null where no pledge is on record. */
  title: string | null;
  /** The pledge's owner, by email address. */
  owner: string | null;
}

export interface QuestionRow extends KnownQuestion {
  state: QuestionState;
  overdue: boolean;
}

/** One event: asked, answered, withdrawn or reopened. */
export interface QuestionStep extends Omit<QuestionEntry, "by" | "does"> {
  seq: number;
  by: Writer;
  does: "ask" | QuestionAct;
}

export interface QuestionDetails extends QuestionRow {
  version: number;
  /** The first step is the question itself. */
  story: QuestionStep[];
  /** Steps open to this reader. */
  may: QuestionAct[];
}

export interface QuestionCounts {
  /** Includes overdue ones. */
  open: number;
  overdue: number;
  answered: number;
  withdrawn: number;
}

/** An open question, next to the item it came from. */
export interface AskedQuestion {
  reference: string;
  askedOn: Day;
  dueOn: Day | null;
  overdue: boolean;
}

/** Joins questions to items: the pledge or position, and the code. */
export const askedKey = (
  about: Omit<QuestionAbout, "priority"> & { priority: number },
  code: string,
): string => `${aboutName(about)} ${code}`;
