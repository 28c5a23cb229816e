// A file of pledges on its way onto the record: read, told what its columns are, tried without writing anything, brought in,
// and for a day taken back again.
import { mayKeepRecords, type Actor } from "../people/actor";
import type { Instant } from "../base/day";
import type { ImportColumns } from "./import-columns";
import type { CellSaid, FileValues } from "./import-row";

/** Named beforehand, on the page and in every refusal. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;
export const LONGEST_CELL = 10_000;
/** One's own that aren't over; the oldest gives way to nobody. */
export const MOST_OPEN_IMPORTS = 20;
export const UNDO_HOURS = 24;
/** What was uploaded is kept so long; what came of it is on record. */
export const IMPORT_KEPT_DAYS = 30;

export interface RowOfFile {
  /** As a spreadsheet counts it. */
  number: number;
  cells: string[];
}

export const IMPORT_STATES = [
  /** Its rows are here; what its columns are isn't settled. */
  "READ",
  "WAITING",
  "RUNNING",
  /** Tried: each row says what it would come to. */
  "CHECKED",
  "DONE",
  "CANCELLED",
  "UNDONE",
  "FAILED",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_STEPS = ["CHECKING", "IMPORTING", "UNDOING"] as const;
export type ImportStep = (typeof IMPORT_STEPS)[number];

export const ROW_OUTCOMES = ["new", "duplicate", "unchanged", "error"] as const;
export type ImportRowOutcome = (typeof ROW_OUTCOMES)[number];
export type ImportCounts = Readonly<Record<ImportRowOutcome, number>>;

/** How a file was understood to be written. */
export interface FileForm {
  is: "CSV" | "XLSX";
  /** Of text: its encoding and what stands between two cells. */
  encoding: string | null;
  delimiter: string | null;
  /** Of a workbook: the sheet that was read, and how many others there are. */
  sheet: string | null;
  otherSheets: number;
}

export interface ImportJob {
  id: string;
  /** IM-0007. */
  reference: string;
  by: { id: string; name: string };
  file: { name: string; bytes: number; sha256: string; form: FileForm };
  header: string[];
  rows: number;
  columns: ImportColumns | null;
  values: FileValues | null;
  state: ImportState;
  step: ImportStep | null;
  done: number;
  total: number | null;
  /** A code. */
  fault: string | null;
  /** It ends after what is under way. */
  stopping: boolean;
  /** Of the last trial. */
  counts: ImportCounts | null;
  /** Of those that are new: how many propose a stage. */
  proposals: number | null;
  imported: number;
  /** Pledges taken back, and those left because somebody has worked on them since. */
  undone: number;
  kept: number;
  createdAt: Instant;
  checkedAt: Instant | null;
  importedAt: Instant | null;
  undoneAt: Instant | null;
  /** When its last step was over, or broke off for good. */
  finishedAt: Instant | null;
}

/** As it is on record. */
export interface ImportRecord {
  id: string;
  reference: string;
  file: { name: string; sha256: string; rows: number };
  imported: number;
  proposed: number;
  /** Rows that were left out: in error, or on record already. */
  leftOut: number;
  undone: { at: Instant; reason: string; pledges: number; kept: number } | null;
  version: number;
}

/** A row with what it would come to. */
export interface TriedRow {
  /** As the spreadsheet counts it; the heading is row 1. */
  row: number;
  cells: string[];
  outcome: ImportRowOutcome;
  faults: CellSaid[];
  notes: CellSaid[];
  /** The row before it that says the same, or the pledge on record that does. */
  sameAsRow: number | null;
  onRecord: string | null;
  /** Pledges of the same participant and priority. */
  similar: string[];
  title: string | null;
  participant: string | null;
  priority: number | null;
  proposes: string | null;
  /** The pledge that came of it. */
  reference: string | null;
  /** Whether it was taken back, or stayed; null where nobody asked for it. */
  takenBack: boolean | null;
}

export const importReference = (number: number): string => `IM-${String(number).padStart(4, "0")}`;

export const mayImport = (actor: Actor): boolean => mayKeepRecords(actor);

/** One's own; a manager sees them all, because a manager may take them back. */
export const maySeeImport = (actor: Actor, { by }: Pick<ImportJob, "by">): boolean =>
  mayImport(actor) && (by.id === actor.id || actor.role === "MANAGER");

export const isImportUnderWay = ({ state }: Pick<ImportJob, "state">): boolean =>
  state === "WAITING" || state === "RUNNING";

/** Whoever brought it in, or a manager, for a day. What broke off on its way back may be taken back to the end. */
export function mayUndo(
  actor: Actor,
  job: Pick<ImportJob, "by" | "state" | "imported" | "importedAt" | "finishedAt">,
  at: Instant,
): boolean {
  const isIn = ["DONE", "CANCELLED", "FAILED"].includes(job.state) && job.imported > 0;
  const isHalfBack = job.state === "FAILED" && job.importedAt !== null;
  const until = undoUntil(job);
  return maySeeImport(actor, job) && isIn && (isHalfBack || (until !== null && at < until));
}

/** A day from when it was in, or from when it broke off; null while it isn't over. */
export function undoUntil({
  importedAt,
  finishedAt,
}: Pick<ImportJob, "importedAt" | "finishedAt">): Instant | null {
  const over = importedAt ?? finishedAt;
  return over === null ? null : new Date(Date.parse(over) + UNDO_HOURS * 3_600_000).toISOString();
}
