// What is taken away from the register to be checked elsewhere: which view, as of when, what for.
import { mayReadLog, type Actor } from "../people/actor";
import type { Instant } from "../base/day";

export const EXPORT_VIEWS = [
  "REGISTER",
  "UNRESOLVED",
  "COVERAGE",
  "REQUIREMENTS",
  "PARTICIPANT",
  "LOG",
] as const;
export type ExportKind = (typeof EXPORT_VIEWS)[number];

export interface ExportView {
  what: ExportKind;
  /** As the view's page has it in its address; of a participant, its code. */
  filter: string;
}

/** As it is on record: whoever has the package finds the hash of all its files here. */
export interface Export {
  id: string;
  /** EX-0019. */
  reference: string;
  view: ExportView;
  purpose: string;
  asOf: Instant;
  position: { seq: number; hash: string };
  /** Nothing was left out. */
  complete: boolean;
  events: number;
  /** How many of each kind; how many rows of each table. */
  records: Readonly<Record<string, number>>;
  rows: Readonly<Record<string, number>>;
  manifestSha256: string;
  version: number;
}

export const JOB_STATES = ["WAITING", "RUNNING", "DONE", "FAILED", "CANCELLED"] as const;
export type JobState = (typeof JOB_STATES)[number];
export const JOB_STEPS = ["READING", "WRITING", "SEALING", "PACKING"] as const;
export type JobStep = (typeof JOB_STEPS)[number];

export interface ExportJob {
  id: string;
  reference: string;
  by: { id: string; name: string };
  view: ExportView;
  purpose: string;
  asOf: Instant;
  /** The moment was chosen, and isn't that of asking. */
  chosen: boolean;
  position: number;
  state: JobState;
  step: JobStep | null;
  done: number;
  total: number | null;
  fault: string | null;
  sha256: string | null;
  bytes: number | null;
  rows: number | null;
  /** Size of the checkpoint that covers it. */
  checkpoint: number | null;
  createdAt: Instant;
  finishedAt: Instant | null;
  /** Until when the file is kept; the record of it stays. */
  expiresAt: Instant | null;
}

export const referenceOf = (number: number): string => `EX-${String(number).padStart(4, "0")}`;

/** Managers and auditors; everybody else takes the current view as CSV. */
export const mayExport = (actor: Actor): boolean => mayReadLog(actor);

export const isJobOpen = ({ state }: Pick<ExportJob, "state">): boolean =>
  state === "WAITING" || state === "RUNNING";

/** One's own work is at most so many at once, and a package is kept so long. */
export const MOST_OPEN_JOBS = 5;
export const EXPORT_KEPT_DAYS = 7;
/** Also where each of them ended with its process. */
export const MOST_ATTEMPTS = 5;
export const LONGEST_PURPOSE = 500;
export const LONGEST_FILTER = 2_000;
