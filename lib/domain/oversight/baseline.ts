import type { Instant } from "../base/day";

/** A named moment to compare with. */
export interface Baseline {
  id: string;
  name: string;
  asOf: Instant;
  version: number;
  createdAt: Instant;
}
