// What a client wanted, and what it was told. Everything that is checked afterwards is checked against these.
import type { Action } from "@/lib/domain/base/audit";

/** One acknowledgement: the same key must be given the same one every time. */
export interface Acknowledgement {
  status: number;
  /** Of the record it speaks of, where its version is the one that the wish made. */
  version: number | null;
  sha256: string;
}

export interface Wish {
  /** The words by which the record shows it, its own and nobody else's. */
  mark: string;
  /** The event that it becomes. */
  action: Action;
  /** Id of the person who asked. */
  actor: string;
  /** How to send it again with its key; null for what has none. */
  again: (() => Promise<Acknowledgement | null>) | null;
  /** `in doubt`: it was sent and nobody ever said what became of it. */
  outcome: "acknowledged" | "refused" | "in doubt";
  acknowledgements: Acknowledgement[];
}

const MARK = /\bwish-\d{6,}\b/g;

export const markOf = (n: number): string => `wish-${String(n).padStart(6, "0")}`;

export const marksIn = (text: string): string[] => [...new Set(text.match(MARK) ?? [])];

/** A confirmation says nothing but a day: nobody confirms a pledge twice for the same one. */
export const confirmationMark = (reference: string, on: string, actor: string): string =>
  `${reference} as of ${on} by ${actor}`;
