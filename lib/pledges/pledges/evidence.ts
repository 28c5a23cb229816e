// Turns evidence as sent into evidence on record, and its documents into sources: known ones are reused, new ones
// recorded in the same transaction.
import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { cited, type Evidence } from "@/lib/domain/pledge/evidence";
import type { AttachedFile } from "@/lib/domain/pledge/file";
import type { TextSpan } from "@/lib/domain/base/sentences";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Source } from "@/lib/domain/pledge/source";
import type { Tx } from "@/lib/db/write";
import { changingIn } from "./changing";
import { PLEDGE_LIMITS, type EvidenceInput } from "./schema";

/** Adds a new piece to a pledge, in a transaction that may do more. */
export const addEvidenceIn = (
  tx: Tx,
  actor: Actor,
  { reference, evidence }: { reference: string; evidence: EvidenceInput },
  at: Instant,
): Promise<Result<PledgeDetails>> =>
  changingIn(tx, actor, { reference, ifMatch: null }, at, async (before) => {
    const piece = await evidenceFrom(tx, actor, evidence, "");
    if (!piece.ok) return piece;
    const after = { ...before, evidence: [...before.evidence, piece.value] };
    return whyNotMore(after.evidence) ?? ok({ after, event: { action: "pledge.evidence-added" } });
  });

/** The evidence on record plus what is sent: new pieces, or ids of existing ones. */
export async function evidenceWith(
  tx: Tx,
  actor: Actor,
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
    const piece = await evidenceFrom(tx, actor, one, `${path}.`);
    if (!piece.ok) return piece;
    all.push(piece.value);
  }
  return whyNotMore(all) ?? ok(all);
}

/** Limits the total: every event stores the whole pledge, and every list reads it whole. */
export function whyNotMore(all: readonly Evidence[]): Result<never> | null {
  const max = PLEDGE_LIMITS.evidenceInAll;
  return all.length > max ? invalid({ path: "evidence", code: "too-many", params: { max } }) : null;
}

/** A new piece; `base` prefixes the error paths. */
export async function evidenceFrom(
  tx: Tx,
  actor: Actor,
  { source: sent, files: ids, span, ...piece }: EvidenceInput,
  base: string,
): Promise<Result<Evidence>> {
  const source = "id" in sent ? await tx.sources.find(sent.id) : await tx.sourceOnRecord(sent);
  if (!source) return invalid({ path: `${base}source.id`, code: "unknown" });
  const files = await takeFiles(tx, actor, ids, `${base}files`);
  if (!files.ok) return files;
  const away = span && (await whyNotThere(tx, source, { span, quote: piece.quote }));
  if (away) return invalid({ path: `${base}span`, code: away });
  const attached = files.value.length === 0 ? {} : { files: files.value };
  return ok({
    id: randomUUID(),
    source: cited(source),
    ...piece,
    ...attached,
    ...(span ? { span } : {}),
    recordedAt: tx.at,
    retracted: null,
  });
}

/** A passage must match the source's text at its place exactly. */
async function whyNotThere(
  tx: Tx,
  { captured }: Source,
  { span, quote }: { span: TextSpan; quote: string | null },
): Promise<string | null> {
  const text = captured === undefined ? null : await tx.sources.findText(captured);
  if (text === null) return "no-captured-text";
  const stands = span.start < span.end && text.slice(span.start, span.end).normalize("NFC");
  return stands === quote ? null : "not-at-its-place";
}

/** Only the uploader can attach a file, once. */
async function takeFiles(
  tx: Tx,
  actor: Actor,
  ids: readonly string[],
  path: string,
): Promise<Result<AttachedFile[]>> {
  const files: AttachedFile[] = [];
  for (const [index, id] of ids.entries()) {
    const file = await tx.takeFile(actor, id, tx.at);
    if (!file) return invalid({ path: `${path}.${index}`, code: "no-such-file" });
    files.push(file);
  }
  return ok(files);
}
