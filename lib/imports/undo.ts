// Undoes an import: voids its pledges, each with an event, and withdraws its proposals. A pledge that was
// worked on since stays, and so does one that this person may not void.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { ok, type Result } from "@/lib/domain/base/result";
import { mayVoidImported } from "@/lib/domain/import/import";
import { applyProposal } from "@/lib/domain/proposals/proposed-change";
import type { ClaimedImport } from "@/lib/db/jobs/imports";
import { rowsToUndo } from "@/lib/db/jobs/import-job-rows";
import { write, type Tx } from "@/lib/db/write";
import { orThrow, recordPartialImport } from "./record-import";

export async function undoRows(
  job: ClaimedImport,
  { person, worker }: { person: Actor; worker: string },
  report: (done: number, total: number) => Promise<void>,
): Promise<void> {
  if (job.importedAt === null) await recordPartialImport(job, { person, worker });
  const reason = job.reason ?? "";
  let done = job.undone + job.kept;
  for (;;) {
    await report(done, job.imported);
    const rows = await rowsToUndo(job.id, HANDFUL);
    if (rows.length === 0) break;
    if (!orThrow(await write(person, (tx) => handful(tx, { job, person, worker, rows, reason })))) return;
    done += rows.length;
  }
  orThrow(
    await write(person, async (tx) => {
      if ((await tx.lockImport(job.id, worker)) === "taken") return ok(null);
      const before = await tx.imports.lock(job.id);
      if (!before) throw new Error("the import isn't on record");
      const { pledges, kept } = await tx.countTakenBack(job.id);
      const undone = { at: tx.at, reason, pledges, kept };
      await tx.save("import", before, { ...before, undone }, { action: "import.undone", reason });
      await tx.endImport(job.id, "UNDONE");
      return ok(null);
    }),
  );
}

const HANDFUL = 100;

interface Handful {
  job: ClaimedImport;
  person: Actor;
  worker: string;
  rows: readonly { number: number; reference: string }[];
  reason: string;
}

/** False if another process has taken over the job. */
async function handful(tx: Tx, { job, person, worker, rows, reason }: Handful): Promise<Result<boolean>> {
  if ((await tx.lockImport(job.id, worker)) === "taken") return ok(false);
  const pledges = await tx.pledges.lockMany(rows.map(({ reference }) => reference));
  const ids = pledges.map(({ id }) => id);
  const worked = new Set(await tx.pledges.workedOn(ids, job.by.id));
  const importers = await tx.pledges.loggedBy(ids);
  const toVoid = pledges.filter(
    (pledge) =>
      pledge.voided === null &&
      !worked.has(pledge.id) &&
      mayVoidImported(person, pledge, importers.get(pledge.id) ?? ""),
  );
  for (const proposal of await tx.proposals.lockOpenOn(toVoid.map(({ id }) => id)))
    await tx.save(
      "proposal",
      proposal,
      { ...proposal, status: "WITHDRAWN" },
      { action: "proposal.withdrawn", reason },
    );
  for (const pledge of toVoid) {
    const after = applyProposal(pledge, { do: "void" }, { reason, at: tx.at, today: tx.today });
    await tx.save("pledge", pledge, after, { action: "pledge.voided", reason });
  }
  const gone = new Set(toVoid.map(({ reference }) => reference));
  await tx.noteTakenBack(
    job.id,
    rows.map(({ number, reference }) => ({ number, takenBack: gone.has(reference) })),
  );
  return ok(true);
}
