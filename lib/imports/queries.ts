import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import { wordKey, type CellRead } from "@/lib/domain/import/cells/cell";
import { participantReader } from "@/lib/domain/import/cells/participant";
import { cursorOf, afterCursor } from "@/lib/domain/base/cursor";
import type { Instant } from "@/lib/domain/base/day";
import {
  countLeftOut,
  isWaitingForDesk,
  mayImport,
  maySeeImport,
  mayWorkOnImport,
  type ImportJob,
  type RowChoice,
  type TriedRow,
} from "@/lib/domain/import/import";
import { columnLetter, guessColumns, type ImportColumns } from "@/lib/domain/import/import-columns";
import { causesInOrder, type RowCause } from "@/lib/domain/import/causes";
import { questionsOf, type FileQuestions } from "@/lib/domain/import/file-questions";
import { byWords, NO_ANSWERS, type FileAnswers, type FileValues } from "@/lib/domain/import/file-answers";
import type { RowReading } from "@/lib/domain/import/import-row";
import { headedScales } from "@/lib/domain/import/heading-scales";
import { listed, type Listed } from "@/lib/domain/base/listing";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { TableView } from "@/lib/domain/exchange/table-view";
import type { ImportError } from "@/lib/domain/exchange/tables/import-errors";
import { countImports, findHandedFrom, findImports, findWaitingForDesks } from "@/lib/db/jobs/import-list";
import { findImportJob } from "@/lib/db/jobs/imports";
import { findDeskWords } from "@/lib/db/statements/desk-words";
import { findMapping } from "@/lib/db/jobs/import-mappings";
import { countResults, rowsAfter } from "@/lib/db/jobs/import-job-rows";
import {
  countProvenDates,
  findAnsweredWords,
  findCauses,
  findLines,
  findLinesLeft,
  findRows,
  type ShownLine,
} from "@/lib/db/queries/workspace/import-page-rows";
import { findPledgesAlike } from "@/lib/db/queries/conditions/lines-around";
import { findParticipants } from "@/lib/db/queries/pledges/participants";
import { findDesks, findKeepers } from "@/lib/db/queries/workspace/people";
import { findSettings } from "@/lib/db/queries/log/settings";
import { findTriggers } from "@/lib/db/queries/conditions/triggers";
import { rowQuery } from "./schema";

const ORDER = "-number";

/** The actor's own and those handed over to or by their desk, for a manager everyone's; newest first. */
export async function loadImports(
  actor: Actor,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<Result<Listed<ImportJob>>> {
  if (!mayImport(actor)) return refuse("role");
  const after = afterCursor(cursor, ORDER, ([number = ""]) => /^\d{1,9}$/.test(number));
  if (!after.ok) return after;
  const before = after.value && Number(after.value[0]);
  const of = actor.role === "MANAGER" ? null : actor;
  const [found, total] = await Promise.all([findImports(of, { before, limit: limit + 1 }), countImports(of)]);
  return ok(listed(found, limit, total, ({ reference }) => cursorOf(ORDER, [reference.slice(3)])));
}

export async function loadImport(actor: Actor, id: string): Promise<Result<ImportJob>> {
  if (!mayImport(actor)) return refuse("role");
  const job = await findImportJob(id);
  return job && job.rows > 0 && maySeeImport(actor, job) ? ok(job) : refuse("not-found");
}

export interface Mapping {
  columns: ImportColumns;
  values: FileValues;
  /** Origin of the mapping: set for this file, remembered from one with the same headings, or guessed. */
  from: "told" | "remembered" | "guessed";
  /** The first rows, as examples for each column. */
  sample: string[][];
}

export async function loadMapping(actor: Actor, id: string): Promise<Result<Mapping>> {
  const loaded = await loadImport(actor, id);
  if (!loaded.ok) return loaded;
  const job = loaded.value;
  const rows = await rowsAfter(id, 0, SAMPLE);
  const sample = rows.map(({ cells }) => cells);
  if (job.columns && job.values)
    return ok({ columns: job.columns, values: job.values, from: "told", sample: sample.slice(0, SHOWN) });
  const [remembered, words] = await Promise.all([
    findMapping(actor.id, headingsOf(job.header)),
    findDeskWords(deskKeyOf(actor)),
  ]);
  // What the desk says now, also where the remembered answers say something else.
  const withWords = (values: FileValues): FileValues =>
    values.answers || Object.keys(words).length > 0
      ? { ...values, answers: { ...(values.answers ?? NO_ANSWERS), words } }
      : values;
  if (remembered) {
    const { columns, values } = remembered;
    return ok({ columns, values: withWords(values), from: "remembered", sample: sample.slice(0, SHOWN) });
  }
  const participantIn = participantReader(await findParticipants());
  const columns = guessColumns(job.header, sample, (cell) => participantIn(cell).ok);
  return ok({ columns, values: withWords(UNKNOWN), from: "guessed", sample: sample.slice(0, SHOWN) });
}

export interface ImportSheetRows {
  /** From some lines above the headings to some rows below them. */
  lines: ShownLine[];
  left: ShownLine[];
}

/**
 * The sheet around its headings, and what is left out of it. Empty for files from before layouts were stored.
 */
export async function loadImportSheet(actor: Actor, id: string): Promise<Result<ImportSheetRows>> {
  const loaded = await loadImport(actor, id);
  if (!loaded.ok) return loaded;
  const { layout } = loaded.value.file.form;
  if (!layout) return ok({ lines: [], left: [] });
  const from = Math.max(1, layout.heading - LINES_ABOVE);
  const [lines, left] = await Promise.all([
    findLines(id, layout.sheet, { from, limit: LINES_SHOWN }),
    findLinesLeft(id, layout.sheet, LINES_LEFT_SHOWN),
  ]);
  return ok({ lines, left });
}

const LINES_ABOVE = 12;
const LINES_SHOWN = 24;
const LINES_LEFT_SHOWN = 200;

/** In the file's order. */
export async function loadRows(
  actor: Actor,
  { id, ...page }: { id: string; outcome: RowChoice | null; after: number; limit: number },
): Promise<Result<Listed<TriedRow>>> {
  const loaded = await loadImport(actor, id);
  if (!loaded.ok) return loaded;
  const { counts, rows } = loaded.value;
  const { outcome, after, limit } = page;
  if (counts === null) return ok(rowQuery.page([], page, 0));
  const found = await findRows(id, { outcome, after, limit: limit + 1 });
  const total = { ...counts, all: rows, "left-out": countLeftOut(rows, counts) }[outcome ?? "all"];
  return ok(rowQuery.page(found, page, total));
}

export async function loadRow(
  actor: Actor,
  { id, row }: { id: string; row: number },
): Promise<Result<TriedRow>> {
  const rows = await loadRows(actor, { id, outcome: null, after: row - 1, limit: 1 });
  if (!rows.ok) return rows;
  const [found] = rows.value.items;
  return found?.row === row ? ok(found) : refuse("not-found");
}

/** The rows still to import, and how many of them propose a stage. */
export async function loadRest(
  actor: Actor,
  id: string,
): Promise<Result<{ toImport: number; toPropose: number }>> {
  const loaded = await loadImport(actor, id);
  return loaded.ok ? ok(await countResults(id)) : loaded;
}

export interface OpenInFile extends FileQuestions {
  causes: RowCause[];
}

/** What one answer for the whole file would settle, and the faults of its rows, by cause. */
export async function loadOpenInFile(actor: Actor, id: string): Promise<Result<OpenInFile>> {
  const loaded = await loadImport(actor, id);
  if (!loaded.ok) return loaded;
  const [causes, proven, rows] = await Promise.all([
    findCauses(id, MOST_CAUSES),
    countProvenDates(id),
    findAnsweredWords(id, MOST_CAUSES),
  ]);
  const words = loaded.value.values?.answers?.words ?? {};
  return ok({ ...questionsOf(causes, proven, { words, rows }), causes: causesInOrder(causes) });
}

const MOST_CAUSES = 500;

/** All errors, one per line. */
export async function loadErrorsCsv(
  actor: Actor,
  id: string,
  at: Instant,
): Promise<Result<TableView<ImportError>>> {
  const loaded = await loadImport(actor, id);
  if (!loaded.ok) return loaded;
  const { marking } = await findSettings();
  return ok({ rows: errorsOf(loaded.value), asOf: at, marking, narrowed: false });
}

async function* errorsOf({ id, header, columns }: ImportJob): AsyncGenerator<ImportError[]> {
  for (let after = 0; ;) {
    const rows = await findRows(id, { outcome: "error", after, limit: 500 });
    const last = rows.at(-1);
    if (!last) return;
    after = last.row;
    yield rows.flatMap(({ row, cells, faults }) =>
      faults.map((message) => {
        const place = columns?.[message.field];
        const isThere = place !== undefined;
        return {
          row,
          column: isThere ? columnLetter(place) : null,
          heading: isThere ? (header[place] ?? null) : null,
          cell: isThere ? (cells[place] ?? null) : null,
          message,
          reason: "",
        };
      }),
    );
  }
}

/** The context for parsing rows, as the register is now. */
export async function loadReading(
  header: readonly string[],
  columns: ImportColumns,
  values: FileValues,
): Promise<RowReading> {
  const [participants, triggers, keepers] = await Promise.all([
    findParticipants(),
    findTriggers(),
    findKeepers(),
  ]);
  return {
    columns,
    values,
    scales: headedScales(header, columns),
    participantIn: participantByAnswers(participantReader(participants), values.answers),
    triggers: new Set(triggers.map(({ code }) => code)),
    keepers: new Set(keepers),
  };
}

/** Also reads the names of other participants in a row. */
function participantByAnswers(
  participantIn: RowReading["participantIn"],
  answers: FileAnswers = NO_ANSWERS,
): RowReading["participantIn"] {
  const parse = byWords("participant", participantIn, answers);
  return (cell) => {
    const found = parse(cell);
    return found.ok && found.value === null ? participantIn(cell) : (found as CellRead<string>);
  };
}

/** Answers are kept for people with the same desk. */
export const deskKeyOf = ({ desk, role }: Actor): string =>
  desk.length === 0 ? role : [...desk].sort((a, b) => (a < b ? -1 : 1)).join(",");

/** Pledges on record that may have a line that looks like one of these pledges' lines. */
export const loadPledgesAlike = (pledges: readonly Pledge[]): Promise<Pledge[]> => findPledgesAlike(pledges);

/** Identifies files with the same headings. */
export const headingsOf = (header: readonly string[]): string =>
  createHash("sha256")
    .update(JSON.stringify(header.map(wordKey)))
    .digest("hex");

const SAMPLE = 50;
const SHOWN = 3;

/** Defaults: undetermined language, and grades that judge nothing. */
const UNKNOWN: FileValues = { language: "und", ownership: "INDEPENDENT", reliability: "F", credibility: 6 };

/** The parts of a file that were handed over. */
export async function loadHandedFrom(actor: Actor, job: ImportJob): Promise<Result<ImportJob[]>> {
  if (!maySeeImport(actor, job)) return refuse("not-found");
  return ok(await findHandedFrom(Number(job.reference.slice(3))));
}

/**
 * Files that wait for the actor's desk; for a manager, those that wait for a participant that isn't on any
 * desk.
 */
export async function loadHandedToDesk(actor: Actor): Promise<ImportJob[]> {
  if (!mayImport(actor)) return [];
  const waiting = (await findWaitingForDesks()).filter(
    (job) => isWaitingForDesk(job) && mayWorkOnImport(actor, job),
  );
  if (actor.role !== "MANAGER" || waiting.length === 0) return waiting;
  const desks = new Set((await findDesks()).flatMap(({ desk }) => desk));
  return waiting.filter(({ handed }) => handed?.desk.some((code) => !desks.has(code)));
}
