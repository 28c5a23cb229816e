// What an auditor begins with: the log, and what happened lately.
import type { Instant } from "../base/day";
import type { AccessKind } from "./access";
import type { LogStatus } from "./log-status";

/** Entries of the log, and how many people wrote them. */
export interface WrittenTotal {
  entries: number;
  people: number;
}

export interface AccessTotal {
  kind: AccessKind;
  count: number;
  last: Instant;
}

export interface RecordState {
  log: LogStatus;
  /** Since midnight in the register's time zone. */
  written: WrittenTotal;
  /** Of the last 24 hours; a kind that didn't happen is left out. */
  access: AccessTotal[];
}
