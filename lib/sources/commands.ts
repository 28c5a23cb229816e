import "server-only";
import { randomUUID } from "node:crypto";
import { mayKeepRecords, type Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import { MOST_FILES } from "@/lib/domain/file";
import { invalid, refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import type { Source } from "@/lib/domain/source";
import { write } from "@/lib/db/write";
import type { FileInput, SourceInput } from "./schema";

/**
 * A document that is on record already is answered as it stands there, and not recorded twice. With its text, it is that
 * which has this text, or had none before.
 */
export function recordSource(
  actor: Actor,
  { text, ...document }: SourceInput,
  _at: Instant,
): Promise<Result<Source>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    if (text === null) return ok(await tx.sourceOnRecord(document));
    const captured = await tx.keepText(text);
    const alike = await tx.findSourcesLike(document);
    const known = alike.find((source) => source.captured === captured);
    if (known) return ok(known);
    const without = alike.find((source) => source.captured === undefined);
    const before = without ? await tx.lockSource(without.id) : null;
    if (before && before.captured === undefined) {
      const event = { action: "source.text-captured" } as const;
      return ok(await tx.save("source", before, { ...before, captured }, event));
    }
    const source = { id: randomUUID(), ...document, captured, version: 1, createdAt: tx.at };
    return ok(await tx.save("source", null, source, { action: "source.recorded" }));
  });
}

/** The document itself comes to what is said of it. Whoever keeps records may bring it: a source is no desk's own. */
export function attachFile(
  actor: Actor,
  { id, file: sent }: { id: string } & FileInput,
  _at: Instant,
): Promise<Result<Source>> {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const source = await tx.lockSource(id);
    if (!source) return refuse("not-found");
    const files = source.files ?? [];
    if (files.length >= MOST_FILES)
      return invalid({ path: "file", code: "too-many", params: { max: MOST_FILES } });
    const file = await tx.takeFile(actor, sent, tx.at);
    if (!file) return invalid({ path: "file", code: "no-such-file" });
    if (files.some(({ sha256 }) => sha256 === file.sha256))
      return invalid({ path: "file", code: "file-there" });
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
