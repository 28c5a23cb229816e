// A question as it is read: with the pledge it is about, and with its story as the log tells it.
import type { Day, Instant } from "../base/day";
import type { Writer } from "./finding-sheet";
import {
  aboutName,
  type Question,
  type QuestionAbout,
  type QuestionAct,
  type QuestionState,
} from "./question";

/** With who asked it, and who wrote last. */
export interface KnownQuestion {
  question: Question;
  by: Writer;
  last: { by: Writer; at: Instant };
  /** Of the pledge; null where none is on record. */
  title: string | null;
  /** Of the pledge, by e-mail address. */
  owner: string | null;
}

export interface QuestionRow extends KnownQuestion {
  state: QuestionState;
  overdue: boolean;
}

/** One event: it was asked, answered, withdrawn or opened again. */
export interface QuestionStep {
  seq: number;
  at: Instant;
  by: Writer;
  does: "ask" | QuestionAct;
  text: string;
  answeredOn: Day | null;
  evidence: string | null;
  pledge: string | null;
  dueOn: Day | null;
}

export interface QuestionSheet extends QuestionRow {
  version: number;
  /** The first is the question itself. */
  story: QuestionStep[];
  /** What who reads it may do. */
  may: QuestionAct[];
}

export interface QuestionCounts {
  /** Overdue ones among them. */
  open: number;
  overdue: number;
  answered: number;
  withdrawn: number;
}

/** An open question beside the item it came from. */
export interface AskedQuestion {
  reference: string;
  askedOn: Day;
  dueOn: Day | null;
  overdue: boolean;
}

/** An item by what it stands on and its code: what questions and items meet by. */
export const askedKey = (
  about: Omit<QuestionAbout, "priority"> & { priority: number },
  code: string,
): string => `${aboutName(about)} ${code}`;
