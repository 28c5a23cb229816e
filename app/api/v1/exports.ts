import { accepted, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { mayExport } from "@/lib/domain/log/export";
import { exportJob, exportPreview } from "@/lib/exports/answers";
import { askForExport } from "@/lib/exports/commands";
import { loadPreview } from "@/lib/exports/preview";
import { exportInput, previewParameters } from "@/lib/exports/schema";
import { parseView } from "@/lib/http/export-view";

export const exportOperations = [
  operation({
    method: "POST",
    path: "/exports",
    summary: "Start an export; Location is the address of its state",
    may: mayExport,
    body: exportInput,
    answer: accepted(exportJob, ({ id }) => `/api/v1/exports/${id}`),
    run: ({ actor, at, body: { what, filter, asOf, purpose } }) => {
      const view = parseView(what, filter);
      return view.ok ? askForExport(actor, { view: view.value, asOf, purpose }, at) : view;
    },
  }),
  operation({
    method: "GET",
    path: "/exports/preview",
    summary: "Preview how much an export would contain",
    may: mayExport,
    query: previewParameters,
    answer: one(exportPreview),
    run: async ({ actor, at, query: { what, filter, asOf } }) => {
      const view = parseView(what, filter);
      return view.ok ? loadPreview(actor, { view: view.value, asOf }, at) : view;
    },
  }),
];
