// The data of a package: a view at a position in the log. It depends only on these two, so the same view at
// the same position gives the same bytes.
import "server-only";
import { createReadStream } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Json } from "@/lib/domain/base/canonical";
import { csvOf } from "@/lib/domain/exchange/csv";
import { dataPackage } from "@/lib/domain/exchange/data-package";
import type { EntityType } from "@/lib/domain/base/audit";
import type { JobStep } from "@/lib/domain/log/export";
import { selectionOf, type SelectedView, type ExportSelection } from "@/lib/domain/exchange/export-selection";
import { jsonLine } from "@/lib/domain/exchange/json-lines";
import { tableRows, type TableField, type TableRow } from "@/lib/domain/exchange/table";
import { atOnce } from "@/lib/domain/exchange/table-view";
import { coverageTable, unresolvedItems } from "@/lib/domain/exchange/tables/derived";
import { events as eventTable, leafIn } from "@/lib/domain/exchange/tables/events";
import { RECORD_TABLES } from "@/lib/domain/exchange/tables/record-tables";
import { dayOfSnapshot } from "@/lib/domain/history/snapshot";
import { findPositionAt, type LogPosition } from "@/lib/db/past/position";
import { findEventsAt, findLastEvents, type LyingEvent } from "@/lib/db/past/records-of";
import { findSnapshot, computeItems } from "@/lib/db/past/snapshot";
import type { Instant } from "@/lib/domain/base/day";
import { described, withItemWords } from "@/lib/i18n/words/table-words";
import { writeFileIn } from "./folder";
import { xlsxOf } from "./xlsx";

export interface ExportRequest {
  view: SelectedView | { what: "LOG" };
  asOf: Instant;
  /** The last log entry that is included. */
  position: number;
}

export interface Data {
  position: LogPosition;
  complete: boolean;
  /** Entry numbers, ascending. */
  events: number[];
  records: Record<string, number>;
  rows: Record<string, number>;
}

/** Called with progress; throws to stop. */
export type ReportProgress = (step: JobStep, done: number, total: number | null) => Promise<void>;

/** Writes `data/` below the folder. */
export async function buildData(
  folder: string,
  { view, asOf, position: at }: ExportRequest,
  report: ReportProgress,
): Promise<Data> {
  const position = await findPositionAt(at);
  const { selection, events } =
    view.what === "LOG"
      ? { selection: null, events: Array.from({ length: at }, (_, index) => index + 1) }
      : await selected(folder, view, asOf, position, report);
  await writeFileIn(folder, "data/events.jsonl", eventLines(events, report));
  const tables = selection === null ? [logTable(folder)] : tablesOf(folder, selection);
  const rows: Record<string, number> = {};
  for (const table of tables) {
    const counted = counting(table.rows(), (n) => (rows[table.name] = n));
    await writeFileIn(
      folder,
      `data/tables/${table.name}.csv`,
      csvOf(table.fields, counted, { for: "programs" }),
    );
  }
  await writeFileIn(
    folder,
    "data/tables.xlsx",
    xlsxOf(tables.map((table) => ({ name: table.name, fields: table.fields, rows: table.rows() }))),
  );
  await writeFileIn(folder, "data/datapackage.json", [descriptor(tables, selection)]);
  return {
    position,
    complete: selection === null || selection.complete,
    events,
    records: countsOf(selection),
    rows,
  };
}

const BATCH = 500;

interface Selected {
  selection: ExportSelection;
  events: number[];
}

/** Writes the records, kind by kind, and returns the entries they are in. */
async function selected(
  folder: string,
  view: SelectedView,
  asOf: Instant,
  position: LogPosition,
  report: ReportProgress,
): Promise<Selected> {
  const snapshot = await findSnapshot(position);
  await computeItems(snapshot);
  const selection = selectionOf(snapshot, view, dayOfSnapshot(snapshot, asOf));
  const total = selection.records.reduce((sum, [, ids]) => sum + ids.length, 0);
  const events: number[] = [];
  for (const [type, ids] of selection.records) {
    if (ids.length === 0) continue;
    const lines = async function* (): AsyncGenerator<string> {
      for (let from = 0; from < ids.length; from += BATCH) {
        const found = await findLastEvents(type, ids.slice(from, from + BATCH), position.seq);
        for (const { seq } of found) events.push(seq);
        yield found.map(({ payload }) => `${recordText(payload)}\n`).join("");
        await report("READING", events.length, total);
      }
    };
    await writeFileIn(folder, recordFile(type), lines());
  }
  events.sort((a, b) => a - b);
  return { selection, events };
}

async function* eventLines(seqs: readonly number[], report: ReportProgress): AsyncGenerator<string> {
  for (let from = 0; from < seqs.length; from += BATCH) {
    const found: LyingEvent[] = await findEventsAt(seqs.slice(from, from + BATCH));
    yield found.map(({ leaf, payload }) => jsonLine({ leaf, payload })).join("");
    await report("WRITING", Math.min(from + BATCH, seqs.length), seqs.length);
  }
}

/** The record inside the log's payload: `{"record":…,"salt":"…"}`. */
const recordText = (payload: string): string =>
  payload.slice('{"record":'.length, payload.lastIndexOf(',"salt":"'));

const recordFile = (type: EntityType): string => `data/records/${type}.jsonl`;

interface WrittenTable {
  name: string;
  fields: readonly TableField[];
  primaryKey: readonly string[];
  rows: () => AsyncIterable<readonly TableRow[]>;
}

/** Tables are read back out of the record files, so that the two can't differ. */
function tablesOf(folder: string, { records, unresolved, coverage: cells }: ExportSelection): WrittenTable[] {
  const kinds = records.flatMap(([kind, ids]) => (ids.length > 0 ? [kind] : []));
  const ofRecords = RECORD_TABLES.map(({ rows, ...table }) => ({
    ...table,
    rows: async function* (): AsyncGenerator<readonly TableRow[]> {
      for (const kind of kinds)
        for await (const lines of linesIn(path.join(folder, recordFile(kind))))
          yield lines.flatMap((line) => rows(kind, JSON.parse(line) as Json));
    },
  }));
  return [
    ...ofRecords,
    ...(unresolved
      ? [
          {
            ...unresolvedItems,
            rows: () => tableRows(unresolvedItems, atOnce(unresolved.map(withItemWords))),
          },
        ]
      : []),
    ...(cells ? [{ ...coverageTable, rows: () => tableRows(coverageTable, atOnce(cells)) }] : []),
  ];
}

const logTable = (folder: string): WrittenTable => ({
  ...eventTable,
  rows: async function* () {
    const batches = async function* () {
      for await (const lines of linesIn(path.join(folder, "data/events.jsonl")))
        yield lines.map((line) => leafIn((JSON.parse(line) as { leaf: string }).leaf));
    };
    yield* tableRows(eventTable, batches());
  },
});

async function* linesIn(file: string): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: 0 })) {
    batch.push(line);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function* counting<T>(
  batches: AsyncIterable<readonly T[]>,
  report: (n: number) => void,
): AsyncGenerator<readonly T[]> {
  let n = 0;
  report(n);
  for await (const batch of batches) {
    n += batch.length;
    yield batch;
  }
  report(n);
}

const countsOf = (selection: ExportSelection | null): Record<string, number> =>
  Object.fromEntries(
    (selection?.records ?? []).flatMap(([kind, ids]) => (ids.length > 0 ? [[kind, ids.length]] : [])),
  );

function descriptor(tables: readonly WrittenTable[], selection: ExportSelection | null): string {
  const kinds = (selection?.records ?? []).flatMap(([kind, ids]) => (ids.length > 0 ? [kind] : []));
  return jsonLine(
    dataPackage({
      name: "pledge-register",
      title: "Pledge register",
      tables: tables.map((table) => described(table, `tables/${table.name}.csv`)),
      lines: [
        ...kinds.map((kind) => ({
          name: `records-${kind}`,
          path: `records/${kind}.jsonl`,
          description: `Records of the kind ${kind}, as the log holds them`,
        })),
        { name: "log-entries", path: "events.jsonl", description: "The entries of the log that hold them" },
      ],
    }),
  );
}
