// A change that a client wanted, and the answers it had. The record is compared with these afterwards.
import type { Action } from "@/lib/domain/base/audit";

/** The same key must get the same acknowledgement every time. */
export interface Acknowledgement {
  status: number;
  /** Version of the record in the answer, if it is the one that the change made. */
  version: number | null;
  sha256: string;
}

export interface Attempt {
  /** Unique words by which it is found on record. */
  mark: string;
  /** The event that it becomes. */
  action: Action;
  /** Id of the person who asked. */
  actor: string;
  /** Sends it again with its key; null if it has none. */
  again: (() => Promise<Acknowledgement | null>) | null;
  /** `in doubt`: it was sent, and its outcome is unknown. */
  outcome: "acknowledged" | "refused" | "in doubt";
  acknowledgements: Acknowledgement[];
}

const MARK = /\bwish-\d{6,}\b/g;

export const markOf = (n: number): string => `wish-${String(n).padStart(6, "0")}`;

export const marksIn = (text: string): string[] => [...new Set(text.match(MARK) ?? [])];

/** A confirmation has only a day, and no client confirms a pledge twice for the same one. */
export const confirmationMark = (reference: string, on: string, actor: string): string =>
  `${reference} as of ${on} by ${actor}`;
