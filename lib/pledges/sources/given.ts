// The files sent with a source, and which of them its text was read from.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { MOST_EVIDENCE_FILES, type AttachedFile } from "@/lib/domain/pledge/file";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Source } from "@/lib/domain/pledge/source";
import type { Tx } from "@/lib/db/write";
import type { SourceInput } from "./schema";

export interface Given {
  files: readonly AttachedFile[];
  /** Whether any of them is new. */
  hasMore: boolean;
  readFrom: Source["readFrom"];
}

/** `captured`: hash of the text sent along. Content that is already attached isn't attached again. */
export async function givenWith(
  tx: Tx,
  actor: Actor,
  { files: there = [] }: Pick<Source, "files">,
  { files: sent, readFrom, captured }: Pick<SourceInput, "files" | "readFrom"> & { captured: string | null },
): Promise<Result<Given>> {
  const files = [...there];
  let from: Source["readFrom"];
  for (const [index, id] of sent.entries()) {
    const path = `files.${String(index)}`;
    const found = await tx.findSent(actor, id);
    if (!found) return invalid({ path, code: "no-such-file" });
    const same = sourceAsStored(files, found);
    if (!same && files.length >= MOST_EVIDENCE_FILES)
      return invalid({ path, code: "too-many", params: { max: MOST_EVIDENCE_FILES } });
    const file = same ?? (await tx.takeFile(actor, id, tx.at));
    if (!file) return invalid({ path, code: "no-such-file" });
    if (!same) files.push(file);
    if (id === readFrom && found.read && captured !== null)
      from = {
        file: file.id,
        sha256: file.sha256,
        corrected: found.read.sha256 !== captured,
        whole: found.read.whole,
      };
  }
  if (readFrom !== null && from === undefined) return invalid({ path: "readFrom", code: "not-read" });
  return ok({ files, hasMore: files.length > there.length, readFrom: from });
}

/** The attached file with this content, unless retracted. */
export const sourceAsStored = (
  files: readonly AttachedFile[],
  { sha256 }: Pick<AttachedFile, "sha256">,
): AttachedFile | undefined => files.find((one) => one.sha256 === sha256 && one.retracted === undefined);
