import "server-only";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { mayDownloadRetracted, type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { downloadName, MEDIA_TYPE } from "@/lib/domain/pledge/file";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findAttached } from "@/lib/db/jobs/files";
import { logger } from "@/lib/platform/log";
import { store } from "@/lib/platform/files/store";

export interface Download {
  name: string;
  type: string;
  bytes: number;
  open: () => ReadableStream<Uint8Array>;
}

/** A file of a record, for anyone who may read records: files are attached to nothing else. */
export async function loadFile(actor: Actor, id: string): Promise<Result<Download>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const file = await findAttached(id);
  if (!file) return refuse("not-found");
  if (file.retracted && !mayDownloadRetracted(actor)) return refuse("role", { because: "retracted" });
  const content = await store()
    .get(file.sha256)
    .catch((error: unknown) => {
      logger.error({ err: error }, "files cannot be reached");
      return null;
    });
  if (!content) return refuse("files-away");
  return ok({
    name: downloadName(file),
    type: MEDIA_TYPE[file.type],
    bytes: file.bytes,
    open: () => Readable.toWeb(Readable.from(asRecorded(content, file.sha256))) as ReadableStream<Uint8Array>,
  });
}

/** Withholds the last chunk until the hash is verified: otherwise the download breaks off. */
async function* asRecorded(content: Readable, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let pending: Uint8Array | null = null;
  for await (const piece of content as AsyncIterable<Uint8Array>) {
    if (pending) yield pending;
    hash.update(piece);
    pending = piece;
  }
  if (hash.digest("hex") !== sha256) throw new Error(`the content kept as ${sha256} is another one`);
  if (pending) yield pending;
}
