// A finding as it is read: with the record it is about, and with its story as the log tells it.
import type { Role } from "../people/actor";
import type { Instant } from "../base/day";
import type { Finding, FindingAct, FindingState } from "./finding";
import type { TitledRecord } from "./record-key";

/** Name and role as they were. */
export interface Writer {
  name: string;
  role: Role;
}

/** With who noted it, and who wrote last. */
export interface KnownFinding {
  finding: Finding;
  by: Writer;
  last: { by: Writer; at: Instant };
}

export interface FindingRow extends KnownFinding {
  state: FindingState;
  about: TitledRecord;
}

/** One event: it was noted, answered, closed or opened again. */
export interface FindingStep {
  seq: number;
  at: Instant;
  by: Writer;
  does: "note" | FindingAct;
  text: string;
}

export interface FindingSheet extends FindingRow {
  version: number;
  /** The first is what was found. */
  story: FindingStep[];
  /** What who reads it may do. */
  may: FindingAct[];
}
