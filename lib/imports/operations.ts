import { accepted, created, csv, list, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId, byRow } from "@/lib/api/params";
import { refuse } from "@/lib/domain/base/refusal";
import { importErrors } from "@/lib/domain/exchange/tables/import-errors";
import { mayImport } from "@/lib/domain/import/import";
import { errorLine, importJob, importMapping, importRow, presentImportRow } from "@/lib/imports/answers";
import { cancelImport, fixRow, mapColumns, runImport, undoImport, uploadFile } from "@/lib/imports/commands";
import { loadErrorsCsv, loadImport, loadImports, loadMapping, loadRows } from "@/lib/imports/queries";
import {
  IMPORT_FILE_TYPES,
  cellsInput,
  importParameters,
  mappingInput,
  parseImports,
  parseRows,
  rowQuery,
  runInput,
  stopInput,
  undoInput,
  uploadParameters,
} from "@/lib/imports/schema";

export const importOperations = [
  operation({
    method: "GET",
    path: "/imports",
    summary: "Files brought in and on their way; newest first",
    may: mayImport,
    query: importParameters,
    filter: parseImports,
    answer: list(importJob),
    run: ({ actor, at, query }) => loadImports(actor, query, at),
  }),
  operation({
    method: "POST",
    path: "/imports",
    summary: "Upload a file of pledges; nothing is written to the record",
    may: mayImport,
    query: uploadParameters,
    upload: { types: IMPORT_FILE_TYPES, to: "disk" },
    answer: created(importJob, ({ id }) => `/api/v1/imports/${id}`),
    refuses: ["too-slow", "files-away", "slow-down"],
    run: ({ actor, at, query, spooled }) =>
      spooled
        ? uploadFile(actor, { ...query, ...spooled, path: spooled.place }, at)
        : refuse("wrong-content-type"),
  }),
  operation({
    method: "GET",
    path: "/imports/{id}",
    summary: "How far a file is",
    may: mayImport,
    params: byId,
    answer: one(importJob),
    run: ({ actor, at, path }) => loadImport(actor, path, at),
  }),
  operation({
    method: "GET",
    path: "/imports/{id}/mapping",
    summary: "What its columns are, told, remembered or guessed",
    may: mayImport,
    params: byId,
    answer: one(importMapping),
    run: ({ actor, at, path }) => loadMapping(actor, path, at),
  }),
  operation({
    method: "PUT",
    path: "/imports/{id}/mapping",
    summary: "Tell what its columns are, and try each row",
    may: mayImport,
    params: byId,
    body: mappingInput,
    answer: accepted(importJob, ({ id }) => `/api/v1/imports/${id}`),
    refuses: ["already-there", "in-progress"],
    run: ({ actor, at, path, body }) => mapColumns(actor, { id: path, ...body }, at),
  }),
  operation({
    method: "GET",
    path: "/imports/{id}/rows",
    summary: "What each row would come to",
    may: mayImport,
    params: byId,
    query: rowQuery.parameters,
    filter: parseRows,
    answer: list(importRow, presentImportRow),
    run: ({ actor, at, path, query }) => loadRows(actor, { id: path, ...query }, at),
  }),
  operation({
    method: "PATCH",
    path: "/imports/{id}/rows/{row}",
    summary: "Mend cells of a row, and try it again",
    may: mayImport,
    params: byRow,
    body: cellsInput,
    answer: one(importRow, presentImportRow),
    refuses: ["in-progress"],
    run: ({ actor, at, path, body }) => fixRow(actor, { ...path, ...body }, at),
  }),
  operation({
    method: "GET",
    path: "/imports/{id}/errors.csv",
    summary: "What is wrong with it, a line for each cell",
    may: mayImport,
    params: byId,
    answer: csv(importErrors, errorLine),
    run: ({ actor, at, path }) => loadErrorsCsv(actor, path, at),
  }),
  operation({
    method: "POST",
    path: "/imports/{id}/run",
    summary: "Bring it in: Location says where to ask how far it is",
    may: mayImport,
    params: byId,
    body: runInput,
    mayBeEmpty: true,
    answer: accepted(importJob, ({ id }) => `/api/v1/imports/${id}`),
    refuses: ["already-there", "in-progress", "reason-missing"],
    run: ({ actor, at, path, body }) => runImport(actor, { id: path, ...body }, at),
  }),
  operation({
    method: "POST",
    path: "/imports/{id}/cancel",
    summary: "Stop after what is under way, or discard a file that nothing came of",
    may: mayImport,
    params: byId,
    body: stopInput,
    mayBeEmpty: true,
    answer: one(importJob),
    refuses: ["already-there"],
    run: ({ actor, at, path, body }) => cancelImport(actor, { id: path, ...body }, at),
  }),
  operation({
    method: "POST",
    path: "/imports/{id}/undo",
    summary: "Take it back: its pledges are voided, with the reason",
    may: mayImport,
    params: byId,
    body: undoInput,
    answer: accepted(importJob, ({ id }) => `/api/v1/imports/${id}`),
    refuses: ["no-such-step", "in-progress"],
    run: ({ actor, at, path, body }) => undoImport(actor, { id: path, ...body }, at),
  }),
];
