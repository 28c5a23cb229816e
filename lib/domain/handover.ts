import type { Instant } from "./day";

/** A desk, or a part of it, given from one officer to another; owners follow. */
export interface Handover {
  id: string;
  fromId: string;
  toId: string;
  participants: string[];
  note: string;
  /** How many pledges changed their owner with it. */
  pledges: number;
  version: number;
  createdAt: Instant;
}
