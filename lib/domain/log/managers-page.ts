// What a manager's first page shows.
import type { LogEntry } from "./logged";
import type { ProposalRow } from "../proposals/proposal";
import type { CalendarEntry } from "../unresolved/calendar";
import type { CoverageCell } from "../unresolved/matrix";
import type { ShownMatter } from "../unresolved/what-matters";

export interface ManagersPage {
  matters: readonly ShownMatter[];
  below: BelowMatters;
}

export interface BelowMatters {
  cells: readonly CoverageCell[];
  /** The last entry of each of the most recently changed pledges. */
  changes: readonly LogEntry[];
  /** Null in the past: who waited then is not kept. */
  decisions: { rows: readonly ProposalRow[]; count: number } | null;
  /** The next ones. */
  dates: readonly CalendarEntry[];
}
