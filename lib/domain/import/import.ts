// An import of pledges: the file is read, its columns assigned, tried without writing, committed, and can be undone for
// a day.
import type { Stage } from "../pledge/stages";
import { holds, mayKeepRecords, whyNotChange, type Actor } from "../people/actor";
import type { Instant } from "../base/day";
import type { ImportColumns } from "./import-columns";
import type { CellMarks, FileForm } from "./file-form";
import type { FileValues } from "./file-answers";
import type { CellMessage } from "./row-messages";

/** Shown beforehand on the page and in every refusal. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 200;
export const LONGEST_CELL = 10_000;
/** Per person: unfinished imports; the oldest isn't dropped for a new one. */
export const MOST_OPEN_IMPORTS = 20;
export const UNDO_HOURS = 24;
/** The upload is stored this long; its result stays on record. */
export const IMPORT_KEPT_DAYS = 30;

export const IMPORT_STATES = [
  /** The rows are read; the columns aren't assigned yet. */
  "READ",
  "WAITING",
  "RUNNING",
  /** Tried: each row has its expected result. */
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
/** Which rows a list shows: those that a person left out have no outcome. */
export const ROW_CHOICES = [...ROW_OUTCOMES, "left-out"] as const;
export type RowChoice = (typeof ROW_CHOICES)[number];
export type ImportCounts = Readonly<Record<ImportRowOutcome, number>>;

export const countLeftOut = (rows: number, counts: ImportCounts): number =>
  rows - ROW_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);

export interface ImportJob {
  id: string;
  /** IM-0007. */
  reference: string;
  /** Who uploaded it; for one handed over, who handed it over, until someone of the desk tries it. */
  by: { id: string; name: string };
  handed: HandedOver | null;
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
  /** The id of the person who requested its last step. */
  askedBy: string | null;
  /** It stops after the current step. */
  stopping: boolean;
  /** Of the last trial. */
  counts: ImportCounts | null;
  /** New pledges with a proposed stage. */
  proposals: number | null;
  imported: number;
  /** Pledges undone, and those left: worked on since, or not theirs to void. */
  undone: number;
  kept: number;
  createdAt: Instant;
  checkedAt: Instant | null;
  importedAt: Instant | null;
  undoneAt: Instant | null;
  /** When its last step finished or failed for good. */
  finishedAt: Instant | null;
}

/** Rows of another desk, taken out of a file and handed over to that desk. */
export interface HandedOver {
  by: { id: string; name: string };
  /** The participants of its rows. */
  desk: string[];
  /** Reference of the file that they came from; null: it is gone. */
  from: string | null;
}

export interface ImportRecord {
  id: string;
  reference: string;
  file: { name: string; sha256: string; rows: number };
  imported: number;
  proposed: number;
  /** Rows left out: in error, already on record, or by a person. */
  leftOut: number;
  undone: { at: Instant; reason: string; pledges: number; kept: number } | null;
  version: number;
}

/** A row with its expected result. */
export interface TriedRow {
  /** The spreadsheet's row number; the heading is row 1. */
  row: number;
  cells: string[];
  marks: CellMarks | null;
  /** Null: a person left the row out. */
  outcome: ImportRowOutcome | null;
  faults: CellMessage[];
  notes: CellMessage[];
  /** An earlier row, or a pledge on record, with the same participant, priority and title. */
  duplicateOfRow: number | null;
  onRecord: string | null;
  /** Candidates of a new row: the latest twenty pledges of its participant and priority. `imports/alike.ts` compares them. */
  similar: string[];
  title: string | null;
  participant: string | null;
  priority: number | null;
  proposes: Stage | null;
  /** The resulting pledge. */
  reference: string | null;
  /** Whether it was undone; null: undo wasn't requested. */
  takenBack: boolean | null;
}

export const importReference = (number: number): string => `IM-${String(number).padStart(4, "0")}`;

export const mayImport = (actor: Actor): boolean => mayKeepRecords(actor);

type Whose = Pick<ImportJob, "by" | "handed">;

/** Handed over, and nobody of that desk has tried it yet. */
export const isWaitingForDesk = ({ by, handed }: Whose): boolean => handed?.by.id === by.id;

/** A person sees their own, both desks what was handed over; managers all, because they may undo them. */
export const maySeeImport = (actor: Actor, job: Whose): boolean =>
  mayImport(actor) &&
  (actor.role === "MANAGER" ||
    job.by.id === actor.id ||
    job.handed?.by.id === actor.id ||
    holdsAll(actor, job));

/** Not everyone who sees it may: what waits for a desk belongs to that desk. */
export const mayWorkOnImport = (actor: Actor, job: Whose): boolean =>
  mayImport(actor) &&
  (actor.role === "MANAGER" || (isWaitingForDesk(job) ? holdsAll(actor, job) : job.by.id === actor.id));

const holdsAll = (actor: Actor, { handed }: Whose): boolean =>
  handed !== null && handed.desk.every((code) => holds(actor, code));

export const isImportUnderWay = ({ state }: Pick<ImportJob, "state">): boolean =>
  state === "WAITING" || state === "RUNNING";

/** Who ran the import, which need not be who uploaded the file, or a manager. */
const isImporter = (actor: Actor, importer: string | null): boolean =>
  actor.role === "MANAGER" || importer === actor.id;

/** Desks may have changed since, and two people may each have run a part. The log's verifier has the same rule. */
export const mayVoidImported = (
  actor: Actor,
  { participant }: { participant: string },
  importer: string,
): boolean => whyNotChange(actor, participant) === null && isImporter(actor, importer);

/** The importer or a manager, for a day. They may finish an undo that failed midway at any time. */
export function mayUndo(
  actor: Actor,
  job: Pick<ImportJob, "askedBy" | "state" | "imported" | "importedAt" | "finishedAt">,
  at: Instant,
): boolean {
  const isIn = ["DONE", "CANCELLED", "FAILED"].includes(job.state) && job.imported > 0;
  const isHalfBack = job.state === "FAILED" && job.importedAt !== null;
  const until = undoUntil(job);
  const isTheirs = mayImport(actor) && isImporter(actor, job.askedBy);
  return isTheirs && isIn && (isHalfBack || (until !== null && at < until));
}

/** A day after it was committed or failed; null while it is in progress. */
export function undoUntil({
  importedAt,
  finishedAt,
}: Pick<ImportJob, "importedAt" | "finishedAt">): Instant | null {
  const over = importedAt ?? finishedAt;
  return over === null ? null : new Date(Date.parse(over) + UNDO_HOURS * 3_600_000).toISOString();
}
