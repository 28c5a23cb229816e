// An uploaded file as the whole body, so that it needn't be held in memory to separate it from form fields.
import { LARGEST_FILE } from "@/lib/domain/pledge/file";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Received, Upload } from "@/lib/platform/files/incoming";
import { receiveUpload } from "@/lib/platform/files/receive-upload";

export const NO_FILE: Upload = { stream: null, length: null };

/** Not yet read. */
export function sentFile(request: Request, types: readonly string[]): Result<Upload> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type === undefined || !types.includes(type)) return refuse("wrong-content-type", { because: "file" });
  const announced = request.headers.get("content-length");
  const length = announced !== null && /^\d{1,15}$/.test(announced) ? Number(announced) : null;
  if (length !== null && length > LARGEST_FILE) return refuse("too-large", { because: "file" });
  return ok({ stream: request.body, length });
}

/** Streamed to disk; deleted once the request is answered. */
export async function spool(
  request: Request,
  types: readonly string[],
  person: string,
): Promise<Result<Received>> {
  const sent = sentFile(request, types);
  return sent.ok ? receiveUpload(person, sent.value) : sent;
}
