// Receives an uploaded file to disk, a few at once per person, and turns failures into refusals.
import "server-only";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { env } from "../env";
import { receive, type Received, type Upload } from "./incoming";
import { logger } from "../log";

/** Concurrent uploads of one person to one process. */
const MOST_AT_ONCE = 3;
const sending = new Map<string, number>();

/** The caller must move or remove the file. */
export async function receiveUpload(person: string, sent: Upload): Promise<Result<Received>> {
  const others = sending.get(person) ?? 0;
  if (others >= MOST_AT_ONCE) return refuse("slow-down", { minutes: 0 });
  sending.set(person, others + 1);
  try {
    return await receiveFile(sent);
  } finally {
    const left = (sending.get(person) ?? 1) - 1;
    if (left > 0) sending.set(person, left);
    else sending.delete(person);
  }
}

async function receiveFile(sent: Upload): Promise<Result<Received>> {
  const received = await orUnavailable(() => receive(env().DATA_DIR, sent));
  if (!received.ok) return received;
  switch (received.value) {
    case "too-large":
      return refuse("too-large", { because: "file" });
    case "too-slow":
      return refuse("too-slow");
    case "file-cut":
      return invalid({ path: "file", code: "file-cut" });
    default:
      return ok(received.value);
  }
}

/** A full disk and an unreachable bucket are not the sender's fault, and not theirs to fix. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (error) {
    logger.error({ err: error }, "files cannot be kept");
    return refuse(isNoRoom(error) ? "storage-full" : "files-away");
  }
}

/** The disk's error codes, which the bucket's client uses too. */
export const isNoRoom = (error: unknown): boolean =>
  ["ENOSPC", "EDQUOT"].includes(String((error as { code?: unknown } | null)?.code));
