import { z } from "zod";
import { CREDIBILITIES, EVIDENCE_KINDS, RELIABILITIES } from "@/lib/domain/pledge/evidence";
import { printable } from "@/lib/domain/base/characters";
import { LONGEST_CELL, MOST_COLUMNS, ROW_CHOICES, type RowChoice } from "@/lib/domain/import/import";
import { IMPORT_FIELDS, NEEDED_FIELDS, type ImportField } from "@/lib/domain/import/import-columns";
import { TEXT_LIMITS } from "@/lib/domain/pledge/pledge-fields";
import { ok, type Result } from "@/lib/domain/base/result";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import {
  composable,
  languageTagInput,
  line,
  participantCode,
  pledgeReference,
  problemOf,
  textInput,
} from "@/lib/schema/fields";
import { listQuery } from "@/lib/schema/listed";
import { answersInput } from "@/lib/schema/import-answers";
import { cursor, limit, oneOfParameter, parseParameters } from "@/lib/schema/parameters";

const FILE_NAME = 200;
const LAST_SHEET = 1_000;
/** The format's limit for a sheet. */
const LAST_ROW = 1_048_576;

/** As browsers name spreadsheet files; the real format is detected from the first bytes. */
export const IMPORT_FILE_TYPES = [
  "text/csv",
  "text/plain",
  "text/tab-separated-values",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.ms-excel",
  "application/octet-stream",
] as const;

export const uploadParameters = z.strictObject({ name: line(FILE_NAME) });
const column = z
  .int()
  .min(0)
  .max(MOST_COLUMNS - 1);

type ColumnFields = Record<ImportField, z.ZodOptional<z.ZodInt>>;

/** The column index of each field, from 0, and the values for the whole file. */
export const mappingInput = z.strictObject({
  columns: z
    .strictObject(
      Object.fromEntries(IMPORT_FIELDS.map((field) => [field, column.optional()])) as ColumnFields,
    )
    .refine(
      (columns) => NEEDED_FIELDS.every((field) => columns[field] !== undefined),
      problemOf("columns-missing"),
    )
    .refine(
      (columns) => new Set(Object.values(columns)).size === Object.values(columns).length,
      problemOf("column-twice"),
    ),
  values: z.strictObject({
    language: languageTagInput,
    ownership: z.enum(OWNERSHIPS),
    reliability: z.enum(RELIABILITIES),
    credibility: z.literal(CREDIBILITIES),
    publisher: line(TEXT_LIMITS.publisher).optional(),
    evidenceKind: z.enum(EVIDENCE_KINDS).optional(),
    answers: answersInput.optional(),
  }),
});
export type MappingInput = z.output<typeof mappingInput>;

/**
 * `heading`: the spreadsheet's number of the first row of headings; left out, it is guessed. `skips`:
 * sections, totals and notes are left out. `fillDown`: columns in which an empty cell repeats the one above.
 */
export const layoutInput = z.strictObject({
  sheet: z.int().min(0).max(LAST_SHEET).default(0),
  heading: z.int().min(1).max(LAST_ROW).optional(),
  headings: z.literal([1, 2]).default(1),
  skips: z.boolean().default(true),
  fillDown: z.array(column).max(MOST_COLUMNS).optional(),
});
export type LayoutInput = z.output<typeof layoutInput>;

/**
 * New text of a row's cells, by column index from 0. `alike`: these cells also in other rows in error with the same text
 * in them. `is`: the pledge on record that the row is, even if its cells differ; null: it is a new one.
 * `leaveOut`: the row isn't imported; false: it is checked again.
 */
export const cellsInput = z
  .strictObject({
    cells: z
      .array(z.strictObject({ column, value: composable.overwrite(printable).max(LONGEST_CELL) }))
      .max(MOST_COLUMNS)
      .default([]),
    alike: z.boolean().optional(),
    is: pledgeReference.nullable().optional(),
    leaveOut: z.boolean().optional(),
  })
  .refine(
    ({ cells, alike, is, leaveOut }) =>
      cells.length > 0 || (!alike && (is !== undefined || leaveOut !== undefined)),
    problemOf("required", ["cells"]),
  );
export type CellsInput = z.output<typeof cellsInput>;

const MOST_PARTICIPANTS = 200;

/** The participants of a desk whose rows are handed over. */
export const handOverInput = z.strictObject({
  participants: z.array(participantCode).min(1).max(MOST_PARTICIPANTS),
});
export type HandOverInput = z.output<typeof handOverInput>;

/** `goodRowsOnly`: skips rows in error. `reason`: for the proposed stages. */
export const runInput = z.strictObject({
  goodRowsOnly: z.boolean().default(false),
  reason: textInput(TEXT_LIMITS.reason).optional(),
});
export type RunInput = z.output<typeof runInput>;

/** `discard`: deletes the rows of a file that nothing was imported from. */
export const stopInput = z.strictObject({ discard: z.boolean().default(false) });
export type StopInput = z.output<typeof stopInput>;

export const undoInput = z.strictObject({ reason: textInput(TEXT_LIMITS.reason) });
export type UndoInput = z.output<typeof undoInput>;

export const importParameters = z.strictObject({ cursor, limit });
export const parseImports = (params: URLSearchParams) => parseParameters(importParameters, params);

export const rowQuery = listQuery({
  filters: { outcome: oneOfParameter(["all", ...ROW_CHOICES] as const, "all") },
  order: "row",
  keyOf: ({ row }: { row: number }) => [String(row)],
  isKey: ([number = ""]) => /^\d{1,9}$/.test(number),
});

export function parseRows(
  params: URLSearchParams,
): Result<{ outcome: RowChoice | null; after: number; limit: number }> {
  const parsed = rowQuery.parse(params);
  if (!parsed.ok) return parsed;
  const { outcome, after, limit: most } = parsed.value;
  return ok({ outcome: outcome === "all" ? null : outcome, after: Number(after?.[0] ?? 0), limit: most });
}
