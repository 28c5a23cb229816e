import "server-only";
import { findCoalitionOnly } from "@/lib/db/queries/log/page-state";
import { pledgesNamedIn } from "@/lib/domain/details/coalition-only";
import { Readable } from "node:stream";
import type { Actor } from "@/lib/domain/people/actor";
import { cursorOf, afterCursor } from "@/lib/domain/base/cursor";
import type { Instant } from "@/lib/domain/base/day";
import { momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { mayExport, type ExportJob } from "@/lib/domain/log/export";
import { listed, type Listed } from "@/lib/domain/base/listing";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { countJobs, findJob, findJobs } from "@/lib/db/jobs/exports";
import { findPosition } from "@/lib/db/past/position";
import { env } from "@/lib/platform/env";
import { folderStore, type FileStore } from "@/lib/platform/files/folder-store";
import { store } from "@/lib/platform/files/store";
import { logger } from "@/lib/platform/log";
import { packageName } from "./folder";

const ORDER = "-number";

/** The number of the log's last entry at a moment. */
export const loadPosition = async (at: NowOrAsOf): Promise<number> => (await findPosition(momentOf(at))).seq;

/** Newest first. */
export async function loadExports(
  actor: Actor,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<Result<Listed<ExportJob>>> {
  if (!mayExport(actor)) return refuse("role");
  const after = afterCursor(cursor, ORDER, ([number = ""]) => /^\d{1,9}$/.test(number));
  if (!after.ok) return after;
  const before = after.value && Number(after.value[0]);
  const [found, total] = await Promise.all([findJobs({ before, limit: limit + 1 }), countJobs()]);
  return ok(listed(found, limit, total, ({ reference }) => cursorOf(ORDER, [reference.slice(3)])));
}

export async function loadExport(actor: Actor, id: string): Promise<Result<ExportJob>> {
  if (!mayExport(actor)) return refuse("role");
  const job = await findJob(id);
  return job ? ok(job) : refuse("not-found");
}

export interface Package {
  name: string;
  bytes: number;
  open: () => ReadableStream<Uint8Array>;
}

/** The file of a finished export; `not-found` if it has expired or is missing. */
export async function loadPackage(actor: Actor, id: string, at: Instant): Promise<Result<Package>> {
  if (!mayExport(actor)) return refuse("role");
  const job = await findJob(id);
  if (job?.state !== "DONE" || (job.expiresAt ?? "") <= at) return refuse("not-found");
  const { reference, sha256, bytes } = job;
  if (sha256 === null || bytes === null) return refuse("not-found");
  const name = packageName({ reference, sha256 });
  try {
    const files = await holderOf(name, bytes);
    if (files === null) return refuse("not-found");
    const open = () => Readable.toWeb(Readable.from(pieces(files, name))) as ReadableStream<Uint8Array>;
    return ok({ name: `${reference}.zip`, bytes, open });
  } catch (error) {
    logger.error({ err: error }, "packages cannot be reached");
    return refuse("files-away");
  }
}

/** Packages that are older than the bucket are in this machine's folder until they expire. */
async function holderOf(name: string, bytes: number): Promise<FileStore | null> {
  for (const files of [store(), folderStore(env().DATA_DIR)])
    if ((await files.sizeOf(name)) === bytes) return files;
  return null;
}

/** Opened only when read: a request may ask for the headers only. */
async function* pieces(files: FileStore, name: string): AsyncGenerator<Uint8Array> {
  const content = await files.get(name);
  if (content === null) throw new Error(`${name} went away`);
  yield* content as AsyncIterable<Uint8Array>;
}

/** Whether the text names a pledge that is for the coalition only. */
export async function namesCoalitionOnly(text: string): Promise<boolean> {
  const named = pledgesNamedIn(text);
  if (named.length === 0) return false;
  const marked = await findCoalitionOnly();
  return named.some((reference) => marked.has(reference));
}
