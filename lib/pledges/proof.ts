// Evidence as it is sent becomes evidence on record, and the documents it rests on sources: known ones are
// used again, new ones recorded in the same transaction.
import "server-only";
import { randomUUID } from "node:crypto";
import type { Evidence } from "@/lib/domain/evidence";
import { invalid } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import type { Source } from "@/lib/domain/source";
import type { Tx } from "@/lib/db/write";
import { PLEDGE_LIMITS, type EvidenceInput } from "./schema";

/** The evidence on record with what is sent: new pieces, or ids of pieces that are there. */
export async function proofOf(
  tx: Tx,
  sent: readonly (EvidenceInput | string)[],
  onRecord: readonly Evidence[],
): Promise<Result<Evidence[]>> {
  const all = [...onRecord];
  for (const [index, one] of sent.entries()) {
    const path = `evidence.${index}`;
    if (typeof one === "string") {
      if (!onRecord.some((piece) => piece.id === one)) return invalid({ path, code: "unknown" });
      continue;
    }
    const piece = await evidenceFrom(tx, one, `${path}.`);
    if (!piece.ok) return piece;
    all.push(piece.value);
  }
  return whyNotMore(all) ?? ok(all);
}

/** Each event holds its pledge whole, and each list reads it whole: what one person piles up would weigh on all. */
export function whyNotMore(all: readonly Evidence[]): Result<never> | null {
  const max = PLEDGE_LIMITS.evidenceInAll;
  return all.length > max ? invalid({ path: "evidence", code: "too-many", params: { max } }) : null;
}

/** A new piece; `base` heads the path of what is wrong with it. */
export async function evidenceFrom(
  tx: Tx,
  { source: sent, ...piece }: EvidenceInput,
  base: string,
): Promise<Result<Evidence>> {
  const source = "id" in sent ? await tx.findSource(sent.id) : await tx.sourceOnRecord(sent);
  if (!source) return invalid({ path: `${base}source.id`, code: "unknown" });
  return ok({ id: randomUUID(), source: cited(source), ...piece, recordedAt: tx.at, retracted: null });
}

function cited({ id, publisher, url, title, publishedOn, language, ownership }: Source): Evidence["source"] {
  return { id, publisher, url, title, publishedOn, language, ownership };
}
