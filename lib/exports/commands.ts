import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { mayExport, type ExportJob } from "@/lib/domain/log/export";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { cancelJob, createJob, findJob, type AskedView } from "@/lib/db/jobs/exports";
import { findPosition } from "@/lib/db/past/position";

export interface ExportRequestInput {
  view: AskedView;
  /** The moment to show; null for now. */
  asOf: Instant | null;
  purpose: string;
}

/** Queues a job for a worker. Its content is fixed here: the log's last entry at the requested moment. */
export async function askForExport(
  actor: Actor,
  { view, asOf, purpose }: ExportRequestInput,
  at: Instant,
): Promise<Result<ExportJob>> {
  if (!mayExport(actor)) return refuse("role");
  if (asOf !== null && asOf > at) return invalid({ path: "asOf", code: "moment-ahead" });
  const position = await findPosition(asOf ?? at);
  if (position.seq === 0) return invalid({ path: "asOf", code: "before-all" });
  return createJob({
    id: randomUUID(),
    by: { id: actor.id, name: actor.name },
    view,
    purpose,
    asOf: asOf ?? at,
    chosen: asOf !== null,
    position: position.seq,
    at,
  });
}

/** Allowed for your own, or for a manager or auditor; `already-there` if it has ended. */
export async function cancelExport(actor: Actor, id: string): Promise<Result<ExportJob>> {
  if (!mayExport(actor)) return refuse("role");
  const cancelled = await cancelJob(id);
  if (cancelled) return ok(cancelled);
  return (await findJob(id)) ? refuse("already-there") : refuse("not-found");
}
