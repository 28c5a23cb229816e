// A finding as shown: with the record it is about, and its history from the log.
import type { Role } from "../people/actor";
import type { Instant } from "../base/day";
import type { Finding, FindingAct, FindingState } from "./finding";
import type { TitledRecord } from "./record-key";

/** Name and role at that time. */
export interface Writer {
  name: string;
  role: Role;
}

/** With its author and the last writer. */
export interface KnownFinding {
  finding: Finding;
  by: Writer;
  last: { by: Writer; at: Instant };
}

export interface FindingRow extends KnownFinding {
  state: FindingState;
  about: TitledRecord;
}

/** One event: noted, answered, closed or reopened. */
export interface FindingStep {
  seq: number;
  at: Instant;
  by: Writer;
  does: "note" | FindingAct;
  text: string;
}

export interface FindingDetails extends FindingRow {
  version: number;
  /** The first step is the finding itself. */
  story: FindingStep[];
  /** Steps open to this reader. */
  may: FindingAct[];
}
