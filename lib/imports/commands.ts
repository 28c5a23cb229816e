import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import { dayOf, type Instant } from "@/lib/domain/base/day";
import {
  isImportUnderWay,
  isWaitingForDesk,
  mayImport,
  mayUndo,
  MOST_OPEN_IMPORTS,
  type ImportJob,
  type TriedRow,
} from "@/lib/domain/import/import";
import type { CellMarks } from "@/lib/domain/import/file-form";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findClock } from "@/lib/db/clock";
import {
  beginStep,
  createImport,
  discardImport,
  dropImport,
  finishReading,
  stopStep,
} from "@/lib/db/jobs/imports";
import { keepDeskWords } from "@/lib/db/statements/desk-words";
import { keepMapping } from "@/lib/db/jobs/import-mappings";
import { changeLayout } from "@/lib/db/statements/import-lines";
import { pledgesNamed, rowsNumbered } from "@/lib/db/jobs/import-job-rows";
import { findAlike, saveFixes, type FileRow, type NotFixed } from "@/lib/db/statements/import-rows";
import { fileOfRows } from "./file-rows";
import { loadOwnImport } from "./hand-over";
import { deskKeyOf, headingsOf, loadImport, loadReading, loadRow } from "./queries";
import { FileRefused } from "@/lib/platform/files/file-refused";
import type { StopInput, CellsInput, LayoutInput, MappingInput, RunInput, UndoInput } from "./schema";
import { storeLines } from "./store-lines";
import { DryRun } from "./dry-run";

export interface UploadedImport {
  name: string;
  path: string;
  bytes: number;
  sha256: string;
}

/** Stores the file's rows and nothing else. */
export async function uploadFile(
  actor: Actor,
  sent: UploadedImport,
  at: Instant,
): Promise<Result<ImportJob>> {
  if (!mayImport(actor)) return refuse("role");
  const id = randomUUID();
  try {
    const opened = await fileOfRows(sent.path);
    const file = { name: sent.name, bytes: sent.bytes, sha256: sent.sha256, form: opened.form };
    const { header } = opened;
    const made = await createImport({ id, by: { id: actor.id, name: actor.name }, file, header, at });
    if (!made) return invalid({ path: "", code: "too-many-imports", params: { max: MOST_OPEN_IMPORTS } });
    const finished = await finishReading(id, await storeLines(id, opened));
    if (!finished.ok || finished.value.id !== id) await dropImport(id);
    return finished;
  } catch (error) {
    await dropImport(id);
    if (!(error instanceof FileRefused)) throw error;
    return invalid({ path: "file", code: error.code, params: { ...error.params } });
  }
}

/**
 * Chooses the sheet and the row with the headings. The rows are read again, and the columns must be mapped
 * again.
 */
export async function layOutFile(
  actor: Actor,
  { id, ...wanted }: { id: string } & LayoutInput,
): Promise<Result<ImportJob>> {
  const loaded = await loadOwnImport(actor, id);
  if (!loaded.ok) return loaded;
  if (loaded.value.handed) return invalid({ path: "heading", code: "handed-over" });
  const { sheets } = loaded.value.file.form;
  const lines = sheets === undefined || sheets.length === 0 ? 1 : sheets[wanted.sheet]?.lines;
  if (!lines) return invalid({ path: "sheet", code: "no-such-sheet" });
  const changed = await changeLayout(id, wanted);
  if (changed === "no-rows") return invalid({ path: "heading", code: "no-rows" });
  return changed ? loadImport(actor, id) : refuse("in-progress");
}

/**
 * Sets the meaning of the file's columns: remembered for the next file with the same headings, and dry-run at
 * once.
 */
export async function mapColumns(
  actor: Actor,
  { id, columns, values }: { id: string } & MappingInput,
): Promise<Result<ImportJob>> {
  const loaded = await loadOwnImport(actor, id);
  if (!loaded.ok) return loaded;
  const { header, rows } = loaded.value;
  const beyond = Object.entries(columns).find(([, column]) => (column ?? 0) >= header.length);
  if (beyond)
    return invalid({ path: `columns.${beyond[0]}`, code: "no-such-column", params: { max: header.length } });
  const owner = isWaitingForDesk(loaded.value) ? actor : null;
  const begun = await beginStep(id, "CHECKING", { actor, reason: null, set: { columns, values }, owner });
  if (!begun) return refuse(isImportUnderWay(loaded.value) || rows === 0 ? "in-progress" : "already-there");
  await keepMapping(actor.id, headingsOf(header), { columns, values });
  if (values.answers)
    await keepDeskWords(deskKeyOf(actor), values.answers.words, loaded.value.values?.answers?.words ?? {});
  return ok(begun);
}

/**
 * Replaces cells of a row that had its dry run, or of all rows in error with the same text in them, and tries
 * them again.
 */
export async function fixRow(
  actor: Actor,
  { id, row, cells, alike, is, leaveOut }: { id: string; row: number } & CellsInput,
): Promise<Result<TriedRow>> {
  const loaded = await loadOwnImport(actor, id);
  if (!loaded.ok) return loaded;
  const { state, columns, values, header } = loaded.value;
  if (state !== "CHECKED" || !columns || !values) return refuse("in-progress");
  const before = await loadRow(actor, { id, row });
  if (!before.ok) return before;
  const beyond = cells.findIndex(({ column }) => column >= header.length);
  if (beyond >= 0)
    return invalid({
      path: `cells.${String(beyond)}.column`,
      code: "no-such-column",
      params: { max: header.length },
    });
  if (typeof is === "string") {
    const [pledge] = await pledgesNamed([is]);
    if (!pledge || pledge.voided !== null) return invalid({ path: "is", code: "unknown" });
    if (pledge.participant !== before.value.participant)
      return invalid({ path: "is", code: "another-participant" });
  }
  const written = new Map(cells.map(({ column, value }) => [column, value]));
  const answered = [...written.keys()].map((column) => ({ column, value: before.value.cells[column] ?? "" }));
  const others = alike ? (await findAlike(id, answered)).filter((number) => number !== row) : [];
  const { at: now, timeZone } = await findClock();
  const when = { at: now, today: dayOf(now, timeZone), timeZone };
  const trial = new DryRun(actor, await loadReading(header, columns, values), when);
  const fix = ({ number, cells: now, marks }: FileRow): FileRow => ({
    number,
    cells: header.map((_, column) => written.get(column) ?? now[column] ?? ""),
    marks: withAnswers(
      marks && marksWithoutCorrected(marks, written),
      number === row ? { is, leaveOut } : {},
    ),
  });
  const isMeant = ({ number, cells: now }: FileRow): boolean =>
    number === row || answered.every(({ column, value }) => (now[column] ?? "") === value);
  const numbers = [row, ...others];
  for (let from = 0; from < numbers.length; from += AT_ONCE) {
    const some = numbers.slice(from, from + AT_ONCE);
    if (!(await fixRows(id, some, { trial, isMeant, fix }))) return refuse("in-progress");
  }
  return loadRow(actor, { id, row });
}

const AT_ONCE = 500;

interface Fix {
  trial: DryRun;
  isMeant: (row: FileRow) => boolean;
  fix: (row: FileRow) => FileRow;
}

/** Begins again if someone else corrects one of the rows meanwhile, so that both corrections stay. False: nobody may any more. */
async function fixRows(
  id: string,
  numbers: readonly number[],
  { trial, isMeant, fix }: Fix,
): Promise<boolean> {
  let not: NotFixed = "changed";
  while (not === "changed") {
    const rows = (await rowsNumbered(id, numbers)).filter(isMeant);
    const fixed = rows.map(fix);
    const tried = await trial.rows(fixed);
    const saved = rows.flatMap((before, place) => {
      const [row, result] = [fixed[place], tried[place]];
      return row && result ? { ...result, ...row, before } : [];
    });
    not = await saveFixes(id, saved);
  }
  return not === null;
}

/** What a person says of a row. An earlier answer stays where there is no new one. */
function withAnswers(
  marks: CellMarks | undefined,
  { is, leaveOut }: Partial<Pick<CellsInput, "is" | "leaveOut">>,
): CellMarks | undefined {
  if (is === undefined && leaveOut === undefined) return marks;
  const { is: before, leftOut, ...others } = marks ?? {};
  const reference = is === undefined ? before : is;
  return {
    ...others,
    ...(reference ? { is: reference } : {}),
    ...((leaveOut ?? leftOut) ? { leftOut: true } : {}),
  };
}

/** A cell that a person corrected is no longer marked as filled or computed. */
function marksWithoutCorrected(
  { filled, computed, ...marks }: CellMarks,
  written: ReadonlyMap<number, string>,
): CellMarks {
  const others = (columns: number[] = []) => columns.filter((column) => !written.has(column));
  return { ...marks, filled: others(filled), computed: others(computed) };
}

/** While any row is in error nothing is imported, unless the actor asks for only the good rows. */
export async function runImport(
  actor: Actor,
  { id, goodRowsOnly, reason }: { id: string } & RunInput,
): Promise<Result<ImportJob>> {
  const loaded = await loadOwnImport(actor, id);
  if (!loaded.ok) return loaded;
  const { counts, proposals, state } = loaded.value;
  if (isImportUnderWay(loaded.value)) return refuse("in-progress");
  if (counts === null || (state !== "CHECKED" && state !== "FAILED")) return refuse("already-there");
  if (counts.new === 0) return invalid({ path: "", code: "nothing-to-import" });
  if (counts.error > 0 && !goodRowsOnly)
    return invalid({ path: "goodRowsOnly", code: "rows-in-error", params: { max: counts.error } });
  if ((proposals ?? 0) > 0 && reason === undefined) return refuse("reason-missing");
  const begun = await beginStep(id, "IMPORTING", { actor, reason: reason ?? null });
  return begun ? ok(begun) : refuse("in-progress");
}

/** Rows imported so far stay, and can be undone. A file that nothing was imported from can be discarded. */
export async function cancelImport(
  actor: Actor,
  { id, discard }: { id: string } & StopInput,
): Promise<Result<ImportJob>> {
  const loaded = await loadOwnImport(actor, id);
  if (!loaded.ok) return loaded;
  if (discard) return (await discardImport(id)) ? ok(loaded.value) : refuse("already-there");
  const stopped = await stopStep(id);
  return stopped ? ok(stopped) : refuse("already-there");
}

export async function undoImport(
  actor: Actor,
  { id, reason }: { id: string } & UndoInput,
  at: Instant,
): Promise<Result<ImportJob>> {
  const loaded = await loadOwnImport(actor, id);
  if (!loaded.ok) return loaded;
  if (isImportUnderWay(loaded.value)) return refuse("in-progress");
  if (!mayUndo(actor, loaded.value, at)) return refuse("no-such-step");
  const begun = await beginStep(id, "UNDOING", { actor, reason });
  return begun ? ok(begun) : refuse("in-progress");
}
