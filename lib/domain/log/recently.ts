import type { Instant } from "../base/day";
import type { AccessKind } from "./access";

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
