import { z } from "zod";
import { file, list, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId } from "@/lib/api/params";
import { mayExport } from "@/lib/domain/log/export";
import { exportJob } from "@/lib/exports/answers";
import { cancelExport } from "@/lib/exports/commands";
import { loadExport, loadExports, loadPackage } from "@/lib/exports/queries";
import { exportParameters, parseExportPage } from "@/lib/exports/schema";

export const packageOperations = [
  operation({
    method: "GET",
    path: "/exports",
    summary: "List exports, finished and in progress, newest first",
    may: mayExport,
    query: exportParameters,
    filter: parseExportPage,
    answer: list(exportJob),
    run: ({ actor, query }) => loadExports(actor, query),
  }),
  operation({
    method: "GET",
    path: "/exports/{id}",
    summary: "Get the state of an export",
    may: mayExport,
    params: byId,
    answer: one(exportJob),
    run: ({ actor, path }) => loadExport(actor, path),
  }),
  operation({
    method: "POST",
    path: "/exports/{id}/cancel",
    summary: "Cancel an export",
    may: mayExport,
    params: byId,
    body: z.strictObject({}),
    mayBeEmpty: true,
    offRecord: true,
    answer: one(exportJob),
    refuses: ["already-there"],
    run: ({ actor, path }) => cancelExport(actor, path),
  }),
  operation({
    method: "GET",
    path: "/exports/{id}/download",
    summary: "Download the package of an export",
    may: mayExport,
    params: byId,
    answer: file("application/zip"),
    refuses: ["files-away"],
    run: ({ actor, at, path }) => loadPackage(actor, path, at),
  }),
];
