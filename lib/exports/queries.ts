import "server-only";
import { findCoalitionOnly } from "@/lib/db/queries/log/page-state";
import { pledgesNamedIn } from "@/lib/domain/details/coalition-only";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import type { Actor } from "@/lib/domain/people/actor";
import { cursorOf, afterCursor } from "@/lib/domain/base/cursor";
import type { Instant } from "@/lib/domain/base/day";
import { momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { mayExport, type ExportJob } from "@/lib/domain/log/export";
import { selectionOf } from "@/lib/domain/exchange/export-selection";
import { listed, type Listed } from "@/lib/domain/base/listing";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { dayOfSnapshot } from "@/lib/domain/history/snapshot";
import { countJobs, findJob, findJobs } from "@/lib/db/jobs/exports";
import { findPosition } from "@/lib/db/past/position";
import { findRegisterState, computeItems } from "@/lib/db/past/snapshot";
import { env } from "@/lib/platform/env";
import type { ExportRequest } from "./build";
import { packageFile } from "./folder";

const ORDER = "-number";

/** The number of the log's last entry at a moment. */
export const loadPosition = async (_actor: Actor, at: NowOrAsOf): Promise<number> =>
  (await findPosition(momentOf(at))).seq;

/** Newest first. */
export async function loadExports(
  actor: Actor,
  { cursor, limit }: { cursor: string | null; limit: number },
  _at: Instant,
): Promise<Result<Listed<ExportJob>>> {
  if (!mayExport(actor)) return refuse("role");
  const after = afterCursor(cursor, ORDER, ([number = ""]) => /^\d{1,9}$/.test(number));
  if (!after.ok) return after;
  const before = after.value && Number(after.value[0]);
  const [found, total] = await Promise.all([findJobs({ before, limit: limit + 1 }), countJobs()]);
  return ok(listed(found, limit, total, ({ reference }) => cursorOf(ORDER, [reference.slice(3)])));
}

export async function loadExport(actor: Actor, id: string, _at: Instant): Promise<Result<ExportJob>> {
  if (!mayExport(actor)) return refuse("role");
  const job = await findJob(id);
  return job ? ok(job) : refuse("not-found");
}

/** The size of a package, by kind of record and by table. */
export interface Preview {
  position: number;
  records: Readonly<Record<string, number>>;
  unresolved: number | null;
  complete: boolean;
}

export async function loadPreview(
  actor: Actor,
  { view, asOf }: { view: ExportRequest["view"]; asOf: Instant | null },
  at: Instant,
): Promise<Result<Preview>> {
  if (!mayExport(actor)) return refuse("role");
  if (asOf !== null && asOf > at) return invalid({ path: "asOf", code: "moment-ahead" });
  const moment = asOf ?? at;
  const { position, world } = await findRegisterState(moment);
  if (view.what === "LOG")
    return ok({ position: position.seq, records: { event: position.seq }, unresolved: null, complete: true });
  await computeItems(world);
  const selection = selectionOf(world, view, dayOfSnapshot(world, moment));
  const filled = selection.records.filter(([, ids]) => ids.length > 0);
  return ok({
    position: position.seq,
    records: Object.fromEntries(filled.map(([kind, ids]) => [kind, ids.length])),
    unresolved: selection.unresolved?.length ?? null,
    complete: selection.complete,
  });
}

export interface Package {
  name: string;
  bytes: number;
  open: () => ReadableStream<Uint8Array>;
}

/** The file of a finished export; `not-found` when expired or not on this machine. */
export async function loadPackage(actor: Actor, id: string, at: Instant): Promise<Result<Package>> {
  if (!mayExport(actor)) return refuse("role");
  const job = await findJob(id);
  if (job?.state !== "DONE" || job.sha256 === null || (job.expiresAt ?? "") <= at) return refuse("not-found");
  const file = packageFile(env().DATA_DIR, { reference: job.reference, sha256: job.sha256 });
  const found = await stat(file).catch(() => null);
  if (found?.size !== job.bytes) return refuse("not-found");
  return ok({
    name: `${job.reference}.zip`,
    bytes: found.size,
    open: () => Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>,
  });
}

/** Whether the text names a pledge that is for the coalition only. */
export async function namesCoalitionOnly(text: string): Promise<boolean> {
  const named = pledgesNamedIn(text);
  if (named.length === 0) return false;
  const marked = await findCoalitionOnly();
  return named.some((reference) => marked.has(reference));
}
