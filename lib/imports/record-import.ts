// Records the import itself, once, by the first process that gets there.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import type { ImportRecord } from "@/lib/domain/import/import";
import { ok, type Result } from "@/lib/domain/base/result";
import { finishDryRun, type ClaimedImport } from "@/lib/db/jobs/imports";
import { countResults } from "@/lib/db/jobs/import-job-rows";
import { write } from "@/lib/db/write";

interface Who {
  person: Actor;
  worker: string;
}

/** An import of nothing gets no record. */
export async function recordAndEnd(
  job: ClaimedImport,
  { person, worker }: Who,
  state: "DONE" | "CANCELLED",
): Promise<void> {
  const record = await recordOf(job);
  if (record.imported === 0) return finishDryRun({ id: job.id, worker }, false);
  orThrow(
    await write(person, async (tx) => {
      if ((await tx.lockImport(job.id, worker)) === "taken") return ok(null);
      await tx.save("import", null, record, { action: "import.made" });
      await tx.endImport(job.id, state);
      return ok(null);
    }),
  );
}

/** Also for an import that failed part-way, so that its pledges can be undone. */
export async function recordPartialImport(job: ClaimedImport, { person, worker }: Who): Promise<void> {
  const record = await recordOf(job);
  orThrow(
    await write(person, async (tx) => {
      if ((await tx.lockImport(job.id, worker)) === "taken" || (await tx.imports.lock(job.id)))
        return ok(null);
      await tx.save("import", null, record, { action: "import.made" });
      return ok(null);
    }),
  );
}

/** A refused step ends this attempt. The next attempt begins with the person's rights at that time. */
export function orThrow<T>(written: Result<T>): T {
  if (!written.ok) throw new Error(`a step of an import was refused: ${written.refusal.code}`);
  return written.value;
}

async function recordOf(job: ClaimedImport): Promise<ImportRecord> {
  const { imported, proposed, left } = await countResults(job.id);
  return {
    id: job.id,
    reference: job.reference,
    file: { name: job.file.name, sha256: job.file.sha256, rows: job.rows },
    imported,
    proposed,
    leftOut: left,
    undone: null,
    version: 0,
  };
}
