import type { ExportJob } from "@/lib/domain/log/export";

export const exportJson = (job: ExportJob) => ({
  id: job.id,
  reference: job.reference,
  by: job.by,
  view: job.view,
  purpose: job.purpose,
  asOf: job.asOf,
  position: job.position,
  state: job.state,
  step: job.step,
  done: job.done,
  total: job.total,
  fault: job.fault,
  rows: job.rows,
  bytes: job.bytes,
  sha256: job.sha256,
  checkpoint: job.checkpoint,
  createdAt: job.createdAt,
  finishedAt: job.finishedAt,
  expiresAt: job.expiresAt,
});
