import type { ImportJob, TriedRow } from "@/lib/domain/import/import";
import type { CellMessage } from "@/lib/domain/import/import-row";
import type { ImportError } from "@/lib/domain/exchange/tables/import-errors";
import { saidWords } from "@/lib/i18n/words/import-words";
import type { Mapping } from "@/lib/imports/queries";

export const importJson = (job: ImportJob) => ({
  id: job.id,
  reference: job.reference,
  by: job.by,
  file: job.file,
  header: job.header,
  rows: job.rows,
  columns: job.columns,
  values: job.values,
  state: job.state,
  step: job.step,
  done: job.done,
  total: job.total,
  fault: job.fault,
  counts: job.counts,
  proposals: job.proposals,
  imported: job.imported,
  undone: job.undone,
  kept: job.kept,
  createdAt: job.createdAt,
  checkedAt: job.checkedAt,
  importedAt: job.importedAt,
  undoneAt: job.undoneAt,
  finishedAt: job.finishedAt,
});

export const mappingJson = ({ columns, values, from, sample }: Mapping) => ({
  columns,
  values,
  from,
  sample,
});

export const importRowJson = (row: TriedRow) => ({
  row: row.row,
  cells: row.cells,
  outcome: row.outcome,
  errors: row.faults.map(saidJson),
  notes: row.notes.map(saidJson),
  duplicateOf: { row: row.sameAsRow, pledge: row.onRecord },
  similar: row.similar,
  proposes: row.proposes,
  reference: row.reference,
  takenBack: row.takenBack,
});

const saidJson = (said: CellMessage) => ({ field: said.field, code: said.code, reason: saidWords(said) });

export const errorLine = (error: ImportError): ImportError => ({ ...error, reason: saidWords(error.said) });
