import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, instant } from "@/lib/api/parts";
import type { ImportError } from "@/lib/domain/exchange/tables/import-errors";
import { WORD_FIELDS } from "@/lib/domain/import/file-answers";
import { LINES_LEFT } from "@/lib/domain/import/file-form";
import { IMPORT_STATES, IMPORT_STEPS, ROW_OUTCOMES, type TriedRow } from "@/lib/domain/import/import";
import { IMPORT_FIELDS } from "@/lib/domain/import/import-columns";
import type { CellMessage } from "@/lib/domain/import/row-messages";
import { EVIDENCE_KINDS } from "@/lib/domain/pledge/evidence";
import { STAGES } from "@/lib/domain/pledge/stages";
import { cellMessageWords } from "@/lib/i18n/words/import-words";

const columns = z.partialRecord(z.enum(IMPORT_FIELDS), z.int().min(0).optional());

const values = z.object({
  language: z.string(),
  ownership: z.string(),
  reliability: z.string(),
  credibility: z.int(),
  publisher: z.string().optional(),
  evidenceKind: z.enum(EVIDENCE_KINDS).optional(),
  answers: z
    .object({
      dayFirst: z.boolean().nullable(),
      years2000: z.boolean(),
      decimalComma: z.boolean().nullable(),
      words: z.partialRecord(z.enum(WORD_FIELDS), z.record(z.string(), z.string()).optional()),
    })
    .optional(),
});

export const importJob = z
  .object({
    id: z.uuid(),
    reference: z.string().regex(/^IM-\d{4,}$/),
    by: z.object({ id: z.string(), name: z.string() }),
    handed: z
      .object({
        by: z.object({ id: z.string(), name: z.string() }),
        desk: z.array(code),
        from: z.string().nullable(),
      })
      .nullable()
      .meta({
        description: "If the rows were handed over: by whom, to which desk, and from which file.",
      }),
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
        sheets: z
          .array(z.object({ name: z.string(), isHidden: z.boolean(), lines: z.int().nullable() }))
          .optional()
          .meta({
            description: "Sheets of a workbook. `lines` is null if the lines of the sheet were not kept.",
          }),
        layout: z
          .object({
            sheet: z.int(),
            heading: z.int(),
            headings: z.literal([1, 2]),
            skips: z.boolean(),
            fillDown: z.array(z.int()).optional(),
          })
          .optional(),
        left: z.partialRecord(z.enum(LINES_LEFT), z.int()).optional(),
        filled: z.int().optional().meta({ description: "Number of cells filled down from merged cells." }),
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
    fault: z.string().nullable().meta({ description: "Code of the reason why it failed." }),
    counts: z.record(z.enum(ROW_OUTCOMES), z.int()).nullable(),
    proposals: z.int().nullable().meta({ description: "Number of new rows that propose a stage." }),
    imported: z.int(),
    undone: z.int(),
    kept: z.int().meta({
      description:
        "Number of pledges kept when the import was undone, because someone had worked on them or the person may not void them.",
    }),
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

const marks = z.object({
  filled: z.array(z.int()).optional(),
  down: z.array(z.int()).optional(),
  computed: z.array(z.int()).optional(),
  across: z.array(z.tuple([z.int(), z.int()])).optional(),
  section: z.object({ column: z.int() }).optional(),
  hidden: z.literal(true).optional().meta({ description: "The workbook hides the row." }),
  is: z
    .string()
    .optional()
    .meta({ description: "The pledge on record that a person identified with the row." }),
  leftOut: z.literal(true).optional(),
});

const sheetLine = z.object({
  number: z.int(),
  cells: z.array(z.string()),
  marks: marks.nullable(),
  is: z.enum(["row", ...LINES_LEFT]),
});

export const importSheet = z
  .object({
    lines: z.array(sheetLine).meta({ description: "The lines around the headings." }),
    left: z.array(sheetLine).meta({ description: "Lines left out: sections, totals and notes." }),
  })
  .register(answers, { id: "ImportSheet" });

const open = z.object({ text: z.string(), rows: z.int() });
const means = z
  .string()
  .nullable()
  .meta({ description: "The answer in force: what the word means, empty for nothing; null if it has none." });

export const importQuestions = z
  .object({
    dates: z
      .object({
        ...open.shape,
        one: z.string(),
        two: z.string(),
        proven: z.enum(["day", "month"]).nullable(),
      })
      .nullable(),
    years: open.nullable(),
    numbers: open.nullable(),
    words: z.array(
      z.object({
        field: z.enum(WORD_FIELDS),
        words: z.array(z.object({ ...open.shape, key: z.string(), means })),
      }),
    ),
    causes: z.array(
      z.object({
        field: z.enum(IMPORT_FIELDS),
        code: z.string(),
        text: z.string().nullable(),
        participant: z.string().nullable(),
        rows: z.int(),
        row: z.int().meta({ description: "The first of these rows." }),
      }),
    ),
  })
  .register(answers, { id: "ImportQuestions" });

const cellMessage = z.object({ field: z.enum(IMPORT_FIELDS), code: z.string(), reason: z.string() });

export const importRow = z
  .object({
    row: z.int().meta({ description: "Row number as in the spreadsheet; the heading is row 1." }),
    cells: z.array(z.string()),
    marks: marks.nullable().meta({
      description: "Cells whose values the file does not hold as they are shown here; null if none.",
    }),
    outcome: z.enum(ROW_OUTCOMES).nullable().meta({ description: "Null if a person left the row out." }),
    errors: z.array(cellMessage),
    notes: z.array(cellMessage),
    duplicateOf: z.object({ row: z.int().nullable(), pledge: z.string().nullable() }),
    similar: z
      .array(z.string())
      .meta({ description: "Similar pledges of the same participant and priority." }),
    proposes: z.enum(STAGES).nullable(),
    reference: z.string().nullable(),
    takenBack: z.boolean().nullable().meta({
      description:
        "False if the pledge was kept because someone had worked on it or the person may not void it.",
    }),
  })
  .register(answers, { id: "ImportRow" });

export const presentImportRow = (row: TriedRow): Shaped<typeof importRow> => ({
  ...row,
  errors: row.faults.map(presentMessage),
  notes: row.notes.map(presentMessage),
  duplicateOf: { row: row.duplicateOfRow, pledge: row.onRecord },
});

const presentMessage = (message: CellMessage): Shaped<typeof cellMessage> => ({
  ...message,
  reason: cellMessageWords(message),
});

export const errorLine = (error: ImportError): ImportError => ({
  ...error,
  reason: cellMessageWords(error.message),
});
