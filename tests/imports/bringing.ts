// Uploads, maps and imports a file, as its operations and its worker do.
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect } from "vitest";
import type { Actor } from "@/lib/domain/people/actor";
import { columnLetter } from "@/lib/domain/import/import-columns";
import type { ImportJob, TriedRow } from "@/lib/domain/import/import";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Participant } from "@/lib/domain/people/participant";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import { write } from "@/lib/db/write";
import { findImportJob } from "@/lib/db/jobs/imports";
import { findRows } from "@/lib/db/queries/workspace/import-page-rows";
import { mapColumns, runImport, uploadFile } from "@/lib/imports/commands";
import { loadMapping } from "@/lib/imports/queries";
import { runImportJob } from "@/lib/imports/worker";

export const SHEET = readFileSync("tests/imports/data/pledges.csv");
export const AT = "2026-02-25T08:40:00.000Z";
export const WORKER = "00000000-0000-4000-8000-000000000001";

export interface Expected {
  row: number;
  outcome: string;
  outcomeWithCoalitionLoaded: string;
  column: string | null;
  columnLetter: string | null;
  code: string | null;
  duplicateOf?: { row: number | null; pledge: string | null };
  similarPledges?: string[];
  parsed?: {
    participant: string;
    priority: number;
    stage: string;
    needsDecision: boolean;
    statedOn: string;
    quantity: object;
    money: { currency: string; amount: string } | null;
    evidenceKind: string;
  };
  warning?: { column: string; code: string };
}

export const EXPECTED = JSON.parse(readFileSync("tests/imports/data/pledges.expected.json", "utf8")) as {
  counts: Record<"emptyRegister" | "coalitionLoaded", Record<string, number>>;
  expected: Expected[];
};

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const folder = mkdtempSync(path.join(os.tmpdir(), "register-imports-"));

export function sending(bytes: Uint8Array | string, name = "pledges.csv") {
  const file = path.join(folder, randomUUID());
  writeFileSync(file, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { name, path: file, bytes: Buffer.byteLength(bytes), sha256 };
}

export const uploaded = async (actor: Actor, bytes: Uint8Array | string, name?: string): Promise<ImportJob> =>
  value(await uploadFile(actor, sending(bytes, name), AT));

/** Uploads a file, accepts the guessed columns and does the dry run. */
export async function tried(actor: Actor, bytes: Uint8Array | string, name?: string): Promise<ImportJob> {
  const { id } = await uploaded(actor, bytes, name);
  const { columns, values } = value(await loadMapping(actor, id));
  value(await mapColumns(actor, { id, columns, values }));
  return worked(id, "CHECKED");
}

export async function broughtIn(actor: Actor, { id }: ImportJob, reason?: string): Promise<ImportJob> {
  value(await runImport(actor, { id, goodRowsOnly: true, reason }));
  return worked(id, "DONE");
}

/** Runs the waiting job, and expects the file to be in that state afterwards. */
export async function worked(id: string, state: ImportJob["state"]): Promise<ImportJob> {
  expect(await runImportJob(WORKER)).toBe(true);
  const job = await findImportJob(id);
  expect(job, job?.fault ?? "").toMatchObject({ state });
  if (!job) throw new Error("it is gone");
  return job;
}

export const rowsOf = (id: string): Promise<TriedRow[]> =>
  findRows(id, { outcome: null, after: 0, limit: 30_000 });

/** Where a row says what is wrong with it: the heading and the letter of the column. */
export function saidAt(
  job: ImportJob,
  row: TriedRow,
): { column: string; columnLetter: string; code: string } | null {
  const [fault] = row.faults;
  const place = fault
    ? job.columns?.[fault.field]
    : row.duplicateOfRow === null
      ? undefined
      : job.columns?.title;
  if (place === undefined) return null;
  return {
    column: job.header[place] ?? "",
    columnLetter: columnLetter(place),
    code: fault ? fault.code : "same-as-row",
  };
}

/** What a row was understood as, in the shape of the expected results. */
export function parsedOf(understood: unknown, proposes: string | null): Expected["parsed"] {
  const row = understood as NonNullable<Expected["parsed"]> & { evidence: { kind: string } };
  return {
    participant: row.participant,
    priority: row.priority,
    stage: row.stage,
    needsDecision: proposes !== null,
    statedOn: row.statedOn,
    quantity: row.quantity,
    money: row.money && { currency: row.money.currency, amount: row.money.amount },
    evidenceKind: row.evidence.kind,
  };
}

/** The participants of the demonstration, and none of its pledges. */
export async function withCoalition(admin: Actor): Promise<void> {
  const coalition = JSON.parse(readFileSync("prisma/seed/coalition.json", "utf8")) as {
    participants: Participant[];
    triggers: Pick<Trigger, "code" | "title">[];
  };
  await write(admin, async (tx) => {
    for (const one of coalition.participants) {
      const { code, kind, role, names } = one;
      const before = await tx.participants.lock(code);
      const after = {
        code,
        kind,
        role,
        names,
        joinedOn: null,
        leftOn: null,
        leftReason: null,
        searches: [],
        formerNames: [],
        version: 0,
        recordedAt: before?.recordedAt ?? tx.at,
      };
      await tx.save("participant", before, after, {
        action: before ? "participant.changed" : "participant.recorded",
      });
    }
    return ok(null);
  });
}
