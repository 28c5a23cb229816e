import { z } from "zod";
import { answers, hash, instant } from "@/lib/api/parts";
import { EXPORT_VIEWS, JOB_STATES, JOB_STEPS } from "@/lib/domain/log/export";

export const exportJob = z
  .object({
    id: z.uuid(),
    reference: z.string().regex(/^EX-\d{4,}$/),
    by: z.object({ id: z.string(), name: z.string() }),
    view: z.object({ what: z.enum(EXPORT_VIEWS), filter: z.string() }),
    purpose: z.string(),
    asOf: instant,
    position: z.int().min(1).meta({ description: "The last entry of the log that the export covers." }),
    state: z.enum(JOB_STATES),
    step: z.enum(JOB_STEPS).nullable(),
    done: z.int().min(0),
    total: z.int().nullable(),
    fault: z.string().nullable(),
    rows: z.int().nullable(),
    bytes: z.int().nullable(),
    sha256: hash.nullable(),
    checkpoint: z.int().nullable().meta({ description: "Size of the checkpoint that covers the export." }),
    createdAt: instant,
    finishedAt: instant.nullable(),
    expiresAt: instant.nullable(),
  })
  .register(answers, { id: "Export" });

export const exportPreview = z
  .object({
    position: z.int().min(0),
    records: z.record(z.string(), z.int()),
    voided: z.int().min(0).meta({ description: "Of the pledges, those voided." }),
    unresolved: z.int().nullable(),
    dormant: z.int().min(0).meta({ description: "Of the unresolved items, those dormant." }),
    complete: z.boolean(),
  })
  .register(answers, { id: "ExportPreview" });
