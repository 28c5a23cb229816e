import "server-only";
import { randomUUID } from "node:crypto";
import { mayKeepRecords, type Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import { MOST_LOOSE_FILES, safeName, type ReceivedFile } from "@/lib/domain/file";
import { invalid, refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { beginContent, keepReceived } from "@/lib/db/files";
import { env } from "@/lib/env";
import { logger } from "@/lib/log";
import { receive, remove, type Received, type Sending } from "./incoming";
import { typeOf } from "./inspect";
import { store } from "./store";

/** Sent at once by one person to one process. */
const MOST_AT_ONCE = 3;
const sending = new Map<string, number>();

/** Takes a file in. It is on no record until a record is given it; loose, it goes after a day. */
export async function receiveFile(
  actor: Actor,
  { name: given, ...body }: Sending & { name: string },
  _at: Instant,
): Promise<Result<ReceivedFile>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  const name = safeName(given);
  if (name === null) return invalid({ path: "name", code: "required" });
  const others = sending.get(actor.id) ?? 0;
  if (others >= MOST_AT_ONCE) return refuse("slow-down", { minutes: 0 });
  sending.set(actor.id, others + 1);
  try {
    return await received(actor, name, body);
  } finally {
    const left = (sending.get(actor.id) ?? 1) - 1;
    if (left > 0) sending.set(actor.id, left);
    else sending.delete(actor.id);
  }
}

async function received(actor: Actor, name: string, body: Sending): Promise<Result<ReceivedFile>> {
  const come = await reached(() => receive(env().DATA_DIR, body));
  if (!come.ok) return come;
  if (come.value === "too-large") return refuse("too-large", { because: "file" });
  if (come.value === "too-slow") return refuse("too-slow");
  if (come.value === "file-cut") return invalid({ path: "file", code: "file-cut" });
  try {
    return await kept(actor, name, come.value);
  } finally {
    await remove(come.value.place);
  }
}

async function kept(actor: Actor, name: string, come: Received): Promise<Result<ReceivedFile>> {
  const type = await typeOf(come, name);
  if (typeof type !== "string") return invalid({ path: "file", ...type });
  const { sha256, bytes, place } = come;
  await beginContent(sha256, bytes);
  const put = await reached(() => store().put(sha256, place));
  if (!put.ok) return put;
  const file = { id: randomUUID(), name, type, bytes, sha256 };
  const isKept = await keepReceived(actor.id, file);
  return isKept
    ? ok(file)
    : invalid({ path: "file", code: "too-many-loose-files", params: { max: MOST_LOOSE_FILES } });
}

/** A disk that is full or a bucket that is away is nothing whoever sends can mend, and nothing of theirs is at fault. */
async function reached<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    logger.error({ err: error }, "files cannot be kept");
    return refuse("files-away");
  }
}
