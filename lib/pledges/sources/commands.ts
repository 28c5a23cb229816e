import "server-only";
import { randomUUID } from "node:crypto";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { MOST_EVIDENCE_FILES } from "@/lib/domain/pledge/file";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Source } from "@/lib/domain/pledge/source";
import { write, type Tx } from "@/lib/db/write";
import { givenWith, sourceAsStored } from "./given";
import type { FileInput, FileRetraction, SourceInput } from "./schema";

/**
 * A document that is already on record is returned, not recorded twice. With a text, the match is the source with the
 * same text, or one without any. New files are added to it.
 */
export function recordSource(
  actor: Actor,
  { text, files, readFrom, ...document }: SourceInput,
): Promise<Result<Source>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const captured = text === null ? null : await tx.sources.keepText(text);
    const before = await lockedLike(tx, document, captured);
    const given = await givenWith(tx, actor, before ?? {}, { files, readFrom, captured });
    if (!given.ok) return given;
    const { files: all, hasMore, readFrom: from } = given.value;
    const gains = captured !== null && before?.captured === undefined;
    if (before && !gains && !hasMore) return ok(before);
    const after = {
      ...(before ?? { id: randomUUID(), ...document, version: 1, createdAt: tx.at }),
      ...(all.length > 0 ? { files: all } : {}),
      ...(gains ? { captured, ...(from ? { readFrom: from } : {}) } : {}),
    };
    const action = !before ? "source.recorded" : gains ? "source.text-captured" : "source.file-attached";
    return ok(await tx.save("source", before, after, { action }));
  });
}

/** The matching source with this text, otherwise one without a text, locked; null: it is new. */
async function lockedLike(
  tx: Tx,
  document: Omit<SourceInput, "text" | "files" | "readFrom">,
  captured: string | null,
): Promise<Source | null> {
  const alike = await tx.sources.findAlike(document);
  const fitting =
    captured === null
      ? alike[0]
      : (alike.find((source) => source.captured === captured) ??
        alike.find((source) => source.captured === undefined));
  const locked = fitting ? await tx.sources.lock(fitting.id) : null;
  // Another text was captured for it concurrently.
  const isTaken = captured !== null && locked?.captured !== undefined && locked.captured !== captured;
  return isTaken ? null : locked;
}

/** Attaches the document itself to a source. Any record keeper may: sources belong to no desk. */
export function attachFile(
  actor: Actor,
  { id, file: sent }: { id: string } & FileInput,
): Promise<Result<Source>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const source = await tx.sources.lock(id);
    if (!source) return refuse("not-found");
    const files = source.files ?? [];
    if (files.length >= MOST_EVIDENCE_FILES)
      return invalid({ path: "file", code: "too-many", params: { max: MOST_EVIDENCE_FILES } });
    const file = await tx.takeFile(actor, sent, tx.at);
    if (!file) return invalid({ path: "file", code: "no-such-file" });
    if (sourceAsStored(files, file)) return invalid({ path: "file", code: "file-there" });
    return ok(
      await tx.save(
        "source",
        source,
        { ...source, files: [...files, file] },
        { action: "source.file-attached" },
      ),
    );
  });
}

/** For a wrong file: retracted with a reason, then readable to very few. The same file may be attached again. */
export function retractFile(
  actor: Actor,
  { id, file, reason }: { id: string; file: string } & FileRetraction,
): Promise<Result<Source>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const source = await tx.sources.lock(id);
    const all = source?.files ?? [];
    const found = all.find((one) => one.id === file);
    if (!source || !found) return refuse("not-found");
    if (found.retracted !== undefined) return refuse("already-there");
    if (reason === undefined) return refuse("reason-missing");
    await tx.withholdFile(file);
    const retracted = { by: actor.name, at: tx.at, reason };
    const files = all.map((one) => (one === found ? { ...one, retracted } : one));
    return ok(
      await tx.save("source", source, { ...source, files }, { action: "source.file-retracted", reason }),
    );
  });
}
