// An export for checking elsewhere: which view, as of when, for what purpose.
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
  /** As in the address of the view's page; for a participant, its code. */
  filter: string;
}

/** The record of an export: it holds the hash of all the package's files. */
export interface Export {
  id: string;
  /** EX-0019. */
  reference: string;
  view: ExportView;
  purpose: string;
  asOf: Instant;
  position: { seq: number; hash: string };
  /** The whole view, with nothing left out. */
  complete: boolean;
  events: number;
  /** Counts by kind of record, and rows by table. */
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
  /** The moment was chosen, and isn't the time of the request. */
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
  /** Size of the covering checkpoint. */
  checkpoint: number | null;
  createdAt: Instant;
  finishedAt: Instant | null;
  /** The file is stored until then; the record of it stays. */
  expiresAt: Instant | null;
}

export const referenceOf = (number: number): string => `EX-${String(number).padStart(4, "0")}`;

/** Managers and auditors. Everyone else downloads the current view as CSV. */
export const mayExport = (actor: Actor): boolean => mayReadLog(actor);

export const isJobOpen = ({ state }: Pick<ExportJob, "state">): boolean =>
  state === "WAITING" || state === "RUNNING";

/** Open exports per person, and how long a package is stored. */
export const MOST_OPEN_JOBS = 5;
export const EXPORT_KEPT_DAYS = 7;
/** Even if each attempt ended with its process. */
export const MOST_ATTEMPTS = 5;
export const LONGEST_PURPOSE = 500;
export const LONGEST_FILTER = 2_000;
