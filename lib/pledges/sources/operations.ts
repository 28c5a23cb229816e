import { asItIs, created, csv, list, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byFile, byId } from "@/lib/api/params";
import { sourceList } from "@/lib/domain/exchange/tables/lists";
import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import {
  presentSource,
  presentSourceRow,
  presentSourceSheet,
  source,
  sourceRow,
  sourceSheet,
} from "@/lib/pledges/sources/answers";
import { attachFile, recordSource, retractFile } from "@/lib/pledges/sources/commands";
import { parseSourceFilter } from "./asked";
import { sourceQuery } from "@/lib/pledges/sources/filter";
import { loadSource, loadSources, loadSourcesCsv } from "@/lib/pledges/sources/queries";
import { fileInput, fileRetraction, sourceInput } from "@/lib/pledges/sources/schema";

export const sourceOperations = [
  operation({
    method: "GET",
    path: "/sources.csv",
    summary: "Download the view of /sources as CSV",
    may: mayReadRegister,
    query: sourceQuery.parameters,
    filter: parseSourceFilter,
    asOf: true,
    answer: csv(sourceList, asItIs),
    run: ({ actor, when, query }) => loadSourcesCsv(actor, query, when),
  }),
  operation({
    method: "GET",
    path: "/sources",
    summary: "List sources",
    may: mayReadRegister,
    query: sourceQuery.parameters,
    filter: parseSourceFilter,
    asOf: true,
    answer: list(sourceRow, presentSourceRow),
    run: ({ actor, when, query }) => loadSources(actor, query, when),
  }),
  operation({
    method: "POST",
    path: "/sources",
    summary: "Record a source",
    may: mayKeepRecords,
    body: sourceInput,
    answer: created(source, (source) => `/api/v1/sources/${source.id}`, presentSource),
    run: ({ actor, body }) => recordSource(actor, body),
  }),
  operation({
    method: "POST",
    path: "/sources/{id}/files",
    summary: "Attach a file to a source",
    may: mayKeepRecords,
    params: byId,
    body: fileInput,
    answer: created(source, (source) => `/api/v1/sources/${source.id}`, presentSource),
    run: ({ actor, path, body }) => attachFile(actor, { id: path, ...body }),
  }),
  operation({
    method: "POST",
    path: "/sources/{id}/files/{file}/retract",
    summary: "Retract a file of a source, with a reason",
    may: mayKeepRecords,
    params: byFile,
    body: fileRetraction,
    answer: one(source, presentSource),
    refuses: ["already-there", "reason-missing"],
    run: ({ actor, path, body }) => retractFile(actor, { ...path, ...body }),
  }),
  operation({
    method: "GET",
    path: "/sources/{id}",
    summary: "Get a source with the evidence that cites it",
    may: mayReadRegister,
    params: byId,
    asOf: true,
    answer: one(sourceSheet, presentSourceSheet),
    run: ({ actor, when, path }) => loadSource(actor, path, when),
  }),
];
