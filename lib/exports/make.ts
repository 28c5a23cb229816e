// Makes one export: data, the register's statement on record, a checkpoint that covers that entry, the package.
import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { mayExport, type Export } from "@/lib/domain/log/export";
import { ok } from "@/lib/domain/base/result";
import { finishJob, noteStored, type ClaimedJob } from "@/lib/db/jobs/exports";
import { findAsker } from "@/lib/db/jobs/running";
import { findEntryOf } from "@/lib/db/past/records-of";
import { findCheckpoint, findSealing } from "@/lib/db/log/seal/proofs";
import type { SealedCheckpoint } from "@/lib/domain/log/log-status";
import { write } from "@/lib/db/write";
import { folderStore, type FileStore } from "@/lib/platform/files/folder-store";
import { buildData, type ExportRequest, type Data, type ReportProgress } from "./build";
import { hashOf, packageName, publishPackage, writeFileIn, removeFolder, startFolder } from "./folder";
import { writeManifest, writeTags, zipTo } from "./pack";

export interface Workshop {
  /** Where packages are written. */
  dataDir: string;
  /** Where they go; DATA_DIR's own, unless given. */
  store?: FileStore;
  worker: string;
  /** Requests a checkpoint of everything on record, with witness cosignatures, if this process seals. */
  seal: () => Promise<void>;
  /** The briefing's page as of a moment, as a PDF that names the package; null if it can't be read. */
  briefing?: (actor: Actor, asOf: Instant, reference: string) => Promise<Uint8Array | null>;
  /** How many times it looks for that checkpoint, twice a second. */
  turns?: number;
}

/** Ends an export for good; the message is for the person who asked for it. */
export class ExportRefused extends Error {}

/** The log isn't sealed: an administrator can do something about it, the person who asked can't. */
export class ExportUnsealed extends Error {}

export async function makePackage(
  job: ClaimedJob,
  { dataDir, store = folderStore(dataDir), worker, seal, briefing, turns = MOST_TURNS }: Workshop,
  report: ReportProgress,
): Promise<void> {
  const { reference } = job;
  const folder = await startFolder(dataDir, reference, worker);
  const draft = `${folder}.zip`;
  try {
    const view = { what: job.view.what, asked: job.view.asked } as ExportRequest["view"];
    const data = await buildData(folder, { view, asOf: job.asOf, position: job.position }, report);
    if (view.what === "REGISTER" && data.complete && briefing) await writeBriefing(folder, job, briefing);
    const payload = await writeManifest(folder);
    const { sha256: manifestSha256 } = await hashOf(`${folder}/manifest-sha256.txt`);
    const ownEntry = await putOnRecord(job, data, manifestSha256);
    await report("SEALING", 0, null);
    const checkpoint = await sealedWith(ownEntry, { seal, turns }, () => report("SEALING", 0, null));
    const { keys } = await findSealing();
    const bag = {
      reference,
      organisation: job.marking || "Pledge register",
      events: data.events,
      ownEntry,
      checkpoint,
      keys,
    };
    await writeTags(folder, { ...bag, payload, madeAt: job.createdAt }, report);
    await zipTo(folder, reference, draft);
    const { sha256, bytes } = await hashOf(draft);
    await report("PACKING", data.events.length, data.events.length);
    await noteStored({ reference, sha256 });
    await publishPackage(store, draft, sha256, packageName({ reference, sha256 }));
    const rows = Object.values(data.rows).reduce((sum, n) => sum + n, 0);
    const made = { sha256, bytes, rows, checkpoint: checkpoint.size, events: data.events.length };
    // If another worker has taken the job, the file is later removed, unless that worker made the same bytes.
    await finishJob({ id: job.id, worker }, made);
  } finally {
    await removeFolder(folder);
    await removeFolder(draft);
  }
}

/** Below `data/`, so that the manifest, and with it the register's own entry, names its SHA-256. */
async function writeBriefing(
  folder: string,
  { by, asOf, reference }: ClaimedJob,
  briefing: NonNullable<Workshop["briefing"]>,
): Promise<void> {
  const person = await findAsker(by.id);
  const pdf = person && (await briefing(person, asOf, reference));
  if (pdf) await writeFileIn(folder, "data/briefing.pdf", [pdf]);
}

/** Recorded once: an earlier attempt may have ended after this step, with the same hash. Returns the entry's number. */
async function putOnRecord(job: ClaimedJob, data: Data, manifestSha256: string): Promise<number> {
  const person = await findAsker(job.by.id);
  if (!person || !mayExport(person)) throw new ExportRefused("asker-gone");
  const made: Export = {
    id: job.id,
    reference: job.reference,
    view: { what: job.view.what, filter: job.view.filter },
    purpose: job.purpose,
    asOf: job.asOf,
    position: data.position,
    complete: data.complete,
    events: data.events.length,
    records: data.records,
    rows: data.rows,
    manifestSha256,
    version: 0,
  };
  const before = await findEntryOf("export", job.id);
  if (before !== null) {
    if (before.record["manifestSha256"] === manifestSha256) return before.seq;
    throw new ExportRefused("other-files");
  }
  const written = await write(person, async (tx) =>
    ok(await tx.save("export", null, made, { action: "export.made", reason: job.purpose })),
  );
  if (!written.ok && written.refusal.code === "rights-changed") return putOnRecord(job, data, manifestSha256);
  if (!written.ok) throw new ExportRefused("not-made");
  const entry = await findEntryOf("export", job.id);
  if (entry === null) throw new Error("the entry of the export is missing");
  return entry.seq;
}

/** Another process may have the keys: then waits for its checkpoint. */
async function sealedWith(
  seq: number,
  { seal, turns }: Required<Pick<Workshop, "seal" | "turns">>,
  report: () => Promise<void>,
): Promise<SealedCheckpoint> {
  for (let turn = 0; turn < turns; turn += 1) {
    const isFound = (await findCheckpoint(seq)) !== null;
    if (isFound || turn % 10 === 0) await seal();
    const checkpoint = await findCheckpoint(seq);
    if (checkpoint) return checkpoint;
    // Only a person can resolve this; waiting doesn't help.
    if ((await findSealing()).fault === "behind") throw new ExportRefused("not-sealed");
    await pause(PAUSE_MS);
    await report();
  }
  throw new ExportUnsealed("no checkpoint covers the export: the log is not being sealed");
}

const PAUSE_MS = 500;
const MOST_TURNS = 120;
