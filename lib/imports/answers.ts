import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, instant } from "@/lib/api/parts";
import type { ImportError } from "@/lib/domain/exchange/tables/import-errors";
import { IMPORT_STATES, IMPORT_STEPS, ROW_OUTCOMES, type TriedRow } from "@/lib/domain/import/import";
import { IMPORT_FIELDS } from "@/lib/domain/import/import-columns";
import type { CellMessage } from "@/lib/domain/import/import-row";
import { STAGES } from "@/lib/domain/pledge/stages";
import { saidWords } from "@/lib/i18n/words/import-words";

const columns = z.partialRecord(z.enum(IMPORT_FIELDS), z.int().min(0).optional());

const values = z.object({
  language: z.string(),
  ownership: z.string(),
  reliability: z.string(),
  credibility: z.int(),
});

export const importJob = z
  .object({
    id: z.uuid(),
    reference: z.string().regex(/^IM-\d{4,}$/),
    by: z.object({ id: z.string(), name: z.string() }),
    file: z.object({
      name: z.string(),
      bytes: z.int(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      form: z.object({
        is: z.enum(["CSV", "XLSX"]),
        encoding: z.string().nullable(),
        delimiter: z.string().nullable(),
        sheet: z.string().nullable(),
        otherSheets: z.int(),
      }),
    }),
    header: z.array(z.string()),
    rows: z.int(),
    columns: columns.nullable(),
    values: values.nullable(),
    state: z.enum(IMPORT_STATES),
    step: z.enum(IMPORT_STEPS).nullable(),
    done: z.int(),
    total: z.int().nullable(),
    fault: z.string().nullable().meta({ description: "A code: why it was given up." }),
    counts: z.record(z.enum(ROW_OUTCOMES), z.int()).nullable(),
    proposals: z.int().nullable().meta({ description: "Of the new rows, how many propose a stage." }),
    imported: z.int(),
    undone: z.int(),
    kept: z.int().meta({ description: "Left when it was taken back: somebody had worked on them." }),
    createdAt: instant,
    checkedAt: instant.nullable(),
    importedAt: instant.nullable(),
    undoneAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .register(answers, { id: "Import" });

export const importMapping = z
  .object({
    columns,
    values,
    from: z.enum(["told", "remembered", "guessed"]),
    sample: z.array(z.array(z.string())),
  })
  .register(answers, { id: "ImportMapping" });

const said = z.object({ field: z.enum(IMPORT_FIELDS), code: z.string(), reason: z.string() });

export const importRow = z
  .object({
    row: z.int().meta({ description: "As the spreadsheet counts it; the heading is row 1." }),
    cells: z.array(z.string()),
    outcome: z.enum(ROW_OUTCOMES),
    errors: z.array(said),
    notes: z.array(said),
    duplicateOf: z.object({ row: z.int().nullable(), pledge: z.string().nullable() }),
    similar: z.array(z.string()).meta({ description: "Pledges of the same participant and priority." }),
    proposes: z.enum(STAGES).nullable(),
    reference: z.string().nullable(),
    takenBack: z.boolean().nullable().meta({ description: "False: it stays, somebody had worked on it." }),
  })
  .register(answers, { id: "ImportRow" });

export const presentImportRow = (row: TriedRow): Shaped<typeof importRow> => ({
  ...row,
  errors: row.faults.map(presentMessage),
  notes: row.notes.map(presentMessage),
  duplicateOf: { row: row.sameAsRow, pledge: row.onRecord },
});

const presentMessage = (message: CellMessage): Shaped<typeof said> => ({
  ...message,
  reason: saidWords(message),
});

export const errorLine = (error: ImportError): ImportError => ({ ...error, reason: saidWords(error.said) });
