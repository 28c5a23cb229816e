import "server-only";
import { randomUUID } from "node:crypto";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { MOST_LOOSE_FILES, safeName, type ReceivedFile } from "@/lib/domain/pledge/file";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { beginContent, keepReceived } from "@/lib/db/jobs/files";
import { removeUpload, type Received, type Upload } from "@/lib/platform/files/incoming";
import { orUnavailable, receiveUpload } from "@/lib/platform/files/receive-upload";
import { typeOf } from "./inspect";
import { store } from "@/lib/platform/files/store";

/** Stores a file. Until it is attached to a record it is deleted after a day. */
export async function receiveFile(
  actor: Actor,
  { name: given, ...body }: Upload & { name: string },
): Promise<Result<ReceivedFile>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  const name = safeName(given);
  if (name === null) return invalid({ path: "name", code: "required" });
  const come = await receiveUpload(actor.id, body);
  if (!come.ok) return come;
  try {
    return await storeReceived(actor, name, come.value);
  } finally {
    await removeUpload(come.value.place);
  }
}

async function storeReceived(actor: Actor, name: string, come: Received): Promise<Result<ReceivedFile>> {
  const type = await typeOf(come, name);
  if (typeof type !== "string") return invalid({ path: "file", ...type });
  const { sha256, bytes, place } = come;
  await beginContent(sha256, bytes);
  const put = await orUnavailable(() => store().put(sha256, place));
  if (!put.ok) return put;
  const file = { id: randomUUID(), name, type, bytes, sha256 };
  const isKept = await keepReceived(actor.id, file);
  return isKept
    ? ok(file)
    : invalid({ path: "file", code: "too-many-loose-files", params: { max: MOST_LOOSE_FILES } });
}
