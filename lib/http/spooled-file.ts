// A file that is sent as the body of a request: written down as it comes, so that its size costs no memory, and never larger
// than was said beforehand.
import { createHash, randomUUID } from "node:crypto";
import { open, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { isOwnHost } from "@/lib/auth/own-origin";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";

export interface SpooledFile {
  path: string;
  bytes: number;
  sha256: string;
  remove: () => Promise<void>;
}

export interface FileLimits {
  types: readonly string[];
  most: number;
}

/** The proxy isn’t asked about what is sent here, so its question of the host is asked now. */
export async function spool(request: Request, { types, most }: FileLimits): Promise<Result<SpooledFile>> {
  if (!isOwnHost(request.headers.get("host"))) return refuse("cross-site");
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === undefined || !types.includes(type)) return refuse("wrong-content-type");
  if (Number(request.headers.get("content-length")) > most) return tooLarge(most);
  if (underWay >= MOST_AT_ONCE) return refuse("slow-down", { minutes: 0, seconds: 5 });
  underWay += 1;
  const file = path.join(os.tmpdir(), `register-spooled-${randomUUID()}`);
  const remove = () => rm(file, { force: true });
  try {
    const written = await writtenTo(file, request, most);
    if (written) return ok({ path: file, ...written, remove });
    await remove();
    return tooLarge(most);
  } catch (error) {
    await remove();
    throw error;
  } finally {
    underWay -= 1;
  }
}

async function writtenTo(
  file: string,
  request: Request,
  most: number,
): Promise<{ bytes: number; sha256: string } | null> {
  const hash = createHash("sha256");
  const handle = await open(file, "wx", 0o600);
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.length;
      if (bytes > most) return null;
      hash.update(chunk);
      await handle.write(chunk);
    }
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest("hex") };
}

const tooLarge = (most: number): Result<never> => refuse("too-large", { max: Math.round(most / 1_000_000) });

/** So many are taken in at the same time; whoever comes then is told to come later. */
const MOST_AT_ONCE = 4;
let underWay = 0;
