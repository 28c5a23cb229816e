// Packs the data: a bag (BagIt 1.0) with the register's statement and its proofs, in one zip.
import "server-only";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { canonical } from "@/lib/domain/base/canonical";
import type { Instant } from "@/lib/domain/base/day";
import { jsonLine } from "@/lib/domain/exchange/json-lines";
import { hexToBase64 } from "@/lib/domain/log/note";
import { findEventsAt } from "@/lib/db/past/records-of";
import { findEarlierSizes } from "@/lib/db/log/seal/earlier";
import { findConsistencies, findInclusions } from "@/lib/db/log/seal/proofs";
import type { SealedCheckpoint } from "@/lib/domain/log/log-status";
import { translator } from "@/lib/i18n/translator";
import { hashedFiles, folderManifest, writeFileIn, type HashedFile } from "./folder";
import type { ReportProgress } from "./build";

const t = translator("exports");

/** BagIt's list of the files below data/. Its hash goes on the register's record. */
export async function writeManifest(folder: string): Promise<HashedFile[]> {
  const files = await hashedFiles(folder, "data");
  await writeFileIn(folder, "manifest-sha256.txt", [folderManifest(files)]);
  return files;
}

export interface Bag {
  reference: string;
  organisation: string;
  /** Numbers of the entries in data/events.jsonl. */
  events: readonly number[];
  /** Number of the entry that records this export. */
  ownEntry: number;
  checkpoint: SealedCheckpoint;
  keys: readonly string[];
  madeAt: Instant;
  payload: readonly HashedFile[];
}

/** Every file outside data/ except its manifest. */
export async function writeTags(folder: string, bag: Bag, report: ReportProgress): Promise<void> {
  const { checkpoint, payload } = bag;
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  await writeFileIn(folder, "bagit.txt", ["BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"]);
  await writeFileIn(folder, "bag-info.txt", [
    `Source-Organization: ${bag.organisation.replaceAll(/\s+/g, " ")}\n`,
    `External-Identifier: ${bag.reference}\n`,
    `Bagging-Date: ${bag.madeAt.slice(0, 10)}\n`,
    `Payload-Oxum: ${bytes}.${payload.length}\n`,
  ]);
  await writeFileIn(folder, "checkpoint.txt", [checkpoint.note]);
  await writeFileIn(folder, "consistency.jsonl", consistencyLines(checkpoint));
  await writeFileIn(folder, "keys.txt", [bag.keys.map((key) => `${key}\n`).join("")]);
  await writeFileIn(folder, "export.json", [await ownEntry(bag)]);
  await writeFileIn(folder, "proofs.jsonl", proofLines(bag, report));
  await writeFileIn(folder, "verify.mjs", [await readFile(verifier())]);
  await writeFileIn(folder, "README.txt", [
    t("readme", { reference: bag.reference, origin: checkpoint.origin }),
  ]);
  const tags = (await hashedFiles(folder)).filter(({ name }) => !name.startsWith("data/"));
  await writeFileIn(folder, "tagmanifest-sha256.txt", [folderManifest(tags)]);
}

/** One zip with a single folder, named after the export's reference. */
export async function zipTo(folder: string, reference: string, file: string): Promise<void> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on("error", (error: Error) => void out.destroy(error));
  for (const { name } of await hashedFiles(folder))
    zip.addFile(path.join(folder, name), `${reference}/${name}`, { mode: 0o100644, mtime: new Date(0) });
  zip.end();
  await pipeline(out, createWriteStream(file, { mode: 0o600 }));
}

const verifier = (): string => path.join(process.cwd(), "lib", "verifier", "verify.mjs");

async function ownEntry({ ownEntry: seq, checkpoint }: Bag): Promise<string> {
  const [entry] = await findEventsAt([seq]);
  const [proof] = await findInclusions([seq], checkpoint.size);
  if (!entry || !proof) throw new Error(`entry ${seq} of the log is missing`);
  return jsonLine({ leaf: entry.leaf, payload: entry.payload, proof: proof.map(hexToBase64) });
}

const BATCH = 500;

async function* proofLines({ events, checkpoint }: Bag, report: ReportProgress): AsyncGenerator<string> {
  for (let from = 0; from < events.length; from += BATCH) {
    const seqs = events.slice(from, from + BATCH);
    const proofs = await findInclusions(seqs, checkpoint.size);
    yield seqs
      .map((seq, index) => `${canonical({ seq, proof: (proofs[index] ?? []).map(hexToBase64) })}\n`)
      .join("");
    await report("PACKING", from + seqs.length, events.length);
  }
}

/** Proofs that the checkpoint continues earlier ones, for a reader who has one of those. */
async function* consistencyLines(checkpoint: SealedCheckpoint): AsyncGenerator<string> {
  const sizes = await findEarlierSizes(checkpoint);
  for (let at = 0; at < sizes.length; at += PROOFS_AT_ONCE) {
    const some = sizes.slice(at, at + PROOFS_AT_ONCE);
    const proofs = await findConsistencies(some, checkpoint.size);
    yield some
      .map((from, index) => `${canonical({ from, proof: (proofs[index] ?? []).map(hexToBase64) })}\n`)
      .join("");
  }
}

const PROOFS_AT_ONCE = 50;
