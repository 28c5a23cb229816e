// What this installation knows about its log outside the database: its keys, witnesses, the last checkpoint,
// copies in folders; and what the verifying person provides.
import "server-only";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Anchors, ExternalCheckpoint, TrustedKey, TrustedWitness } from "@/lib/db/verify/anchors";
import { COSIGNATURE, readCheckpoint, readNote, readVerifierKey } from "@/lib/domain/log/note";
import type { Witness } from "@/lib/domain/log/witness";
import { textsIn } from "./external-checkpoint";
import { lastNoteFile } from "./last-local-checkpoint";
import { publicHalfOf, readKeys, type KeyPlace } from "./keys";

export interface Wanted extends KeyPlace {
  /** The last checkpoint that all instances share. */
  shared?: { note: string; where: string } | null;
  sinks: readonly string[];
  witnesses: readonly Witness[];
  /** Verifier keys that were given; a log's key replaces the installation's own. */
  keys: readonly string[];
  /** Files with notes, or folders of a sink or a witness. */
  checkpoints: readonly string[];
}

export interface Gathered extends Anchors {
  /** Sinks that can't be read from here. */
  unread: string[];
}

/** Call before reading the database: otherwise a checkpoint sealed in between would be ahead of it. */
export function gatherAnchors(wanted: Wanted): Gathered {
  const { dataDir, shared, sinks, witnesses, keys, checkpoints } = wanted;
  const brought = keys.map(readKey);
  const own = brought.flatMap(({ key, line }) => (key.kind === COSIGNATURE ? [] : [{ key, line }]));
  const readable = sinks.filter((sink) => existsSync(sink));
  return {
    keys:
      own.length > 0 ? own.map(({ key }) => ({ publicKey: key.publicKey, from: "--key" })) : ownKeys(wanted),
    witnesses: [
      ...brought.flatMap(({ key, line }): TrustedWitness[] =>
        key.kind === COSIGNATURE ? [{ verifierKey: line, from: "--key" }] : [],
      ),
      ...witnesses.map(({ key }) => ({ verifierKey: key, from: "WITNESSES" })),
    ],
    external: [
      ...checkpoints.flatMap((place) => readCheckpoints(place, "given")),
      ...(existsSync(lastNoteFile(dataDir)) ? readCheckpoints(lastNoteFile(dataDir), "last") : []),
      ...(shared ? notesIn(shared.note, { where: shared.where, kind: "last" }) : []),
      ...readable.flatMap((sink) => readCheckpoints(sink, "copy")),
    ],
    unread: sinks.filter((sink) => !readable.includes(sink)),
  };
}

function readKey(line: string): { key: NonNullable<ReturnType<typeof readVerifierKey>>; line: string } {
  const key = readVerifierKey(line);
  if (!key) throw new Error(`this is no verifier key: ${line.slice(0, 200)}`);
  return { key, line: line.trim() };
}

const ownKeys = (place: KeyPlace): TrustedKey[] => {
  const from = place.keysFile ?? path.join(place.dataDir, "keys");
  return readKeys(place).map((key) => ({ publicKey: publicHalfOf(key), from }));
};

/** The notes of a file or folder. A copy may be truncated if its disk was full; a given file may not. */
function readCheckpoints(place: string, kind: ExternalCheckpoint["kind"]): ExternalCheckpoint[] {
  const files = statSync(place).isDirectory() ? notesOf(place) : [place];
  const found = files.flatMap((file) => notesIn(readFileSync(file, "utf8"), { where: place, file, kind }));
  if (found.length === 0 && kind !== "copy") throw new Error(`${place}: there is no checkpoint in it`);
  return found;
}

function notesIn(
  texts: string,
  { where, kind, file = where }: Pick<ExternalCheckpoint, "where" | "kind"> & { file?: string },
): ExternalCheckpoint[] {
  return textsIn(texts).flatMap((text, index): ExternalCheckpoint[] => {
    const note = readNote(text);
    const checkpoint = note && readCheckpoint(note.text);
    if (checkpoint) return [{ ...checkpoint, note, where, kind }];
    if (kind === "copy") return [];
    throw new Error(`${file}: note ${index + 1} is no checkpoint`);
  });
}

/** In the layout of a sink or a witness. */
function notesOf(folder: string): string[] {
  const logs = path.join(folder, "logs");
  return [folder, ...(existsSync(logs) ? [logs] : [])].flatMap((place) =>
    readdirSync(place)
      .filter((name) => /\.notes?$/.test(name))
      .sort()
      .map((name) => path.join(place, name)),
  );
}
