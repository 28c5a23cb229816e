// Streams an upload to disk: only one chunk is in memory, and the file gets a name there only once it is complete.
import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { LARGEST_FILE } from "@/lib/domain/pledge/file";
import { HEAD, TAIL, type Looked } from "@/lib/domain/import/file-content";

export interface Upload {
  stream: ReadableStream<Uint8Array> | null;
  /** As announced by the sender; null if not. */
  length: number | null;
}

export interface UploadTimeouts {
  /** Milliseconds without a single byte. */
  silence: number;
  /** Milliseconds for the whole upload. */
  whole: number;
}
export const PATIENCE: UploadTimeouts = { silence: 20_000, whole: 600_000 };

export interface Received extends Looked {
  place: string;
  sha256: string;
}

export type Unreceived = "too-large" | "file-cut" | "too-slow";

/** The caller must move or remove the file it gets. */
export async function receive(
  dataDir: string,
  { stream, length }: Upload,
  patience: UploadTimeouts = PATIENCE,
): Promise<Received | Unreceived> {
  const folder = incoming(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const place = path.join(folder, `${randomUUID()}.part`);
  const handle = await open(place, "wx+", 0o600);
  try {
    const come = await readStream(handle, stream, patience);
    if (typeof come === "string") return await leave(place, come);
    if (length !== null && come.bytes !== length) return await leave(place, "file-cut");
    await handle.sync();
    const tail = Buffer.alloc(Math.min(TAIL, come.bytes));
    await handle.read(tail, 0, tail.length, come.bytes - tail.length);
    return { place, tail, ...come };
  } catch (error) {
    await removeUpload(place);
    throw error;
  } finally {
    await handle.close();
  }
}

export const removeUpload = (place: string): Promise<void> => rm(place, { force: true });

/** Removes partial files that are older than any running upload can be. */
export async function clearIncoming(dataDir: string): Promise<void> {
  const names = await readdir(incoming(dataDir)).catch((): string[] => []);
  for (const name of names.filter((one) => one.endsWith(".part"))) {
    const place = path.join(incoming(dataDir), name);
    const found = await stat(place).catch(() => null);
    if (found && Date.now() - found.mtimeMs > 2 * PATIENCE.whole) await removeUpload(place);
  }
}

/** Outside the stored files, so that no backup includes it. */
const incoming = (dataDir: string): string => path.join(dataDir, "incoming");

async function leave(place: string, why: Unreceived): Promise<Unreceived> {
  await removeUpload(place);
  return why;
}

type StreamContent = Pick<Received, "bytes" | "head" | "text" | "sha256">;

async function readStream(
  handle: FileHandle,
  stream: Upload["stream"],
  patience: UploadTimeouts,
): Promise<StreamContent | Unreceived> {
  const hash = createHash("sha256");
  const letters = new Letters();
  const head: Buffer[] = [];
  let [bytes, headBytes] = [0, 0];
  const reader = stream?.getReader();
  const ends = performance.now() + patience.whole;
  try {
    while (reader) {
      const piece = await within(reader.read(), Math.min(patience.silence, ends - performance.now()));
      if (piece === "too-slow" || piece === "file-cut") return piece;
      if (piece.done) break;
      bytes += piece.value.length;
      if (bytes > LARGEST_FILE) return "too-large";
      hash.update(piece.value);
      letters.push(piece.value);
      if (headBytes < HEAD) head.push(Buffer.from(piece.value.subarray(0, HEAD - headBytes)));
      headBytes = Math.min(HEAD, headBytes + piece.value.length);
      await handle.writeFile(piece.value);
    }
  } finally {
    // The rest of the upload is not needed.
    void reader?.cancel().catch(() => undefined);
  }
  return { bytes, head: Buffer.concat(head), text: letters.end(), sha256: hash.digest("hex") };
}

type Piece = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>["read"]>>;

async function within(
  reading: Promise<Piece>,
  milliseconds: number,
): Promise<Piece | "too-slow" | "file-cut"> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<"too-slow">((resolve) => {
    timer = setTimeout(() => resolve("too-slow"), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([reading.catch((): "file-cut" => "file-cut"), over]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether everything is UTF-8 text without control characters. */
class Letters {
  private decoder: TextDecoder | null = new TextDecoder("utf-8", { fatal: true });

  push(piece: Uint8Array): void {
    this.look(() => this.decoder?.decode(piece, { stream: true }));
  }

  end(): boolean {
    this.look(() => this.decoder?.decode());
    return this.decoder !== null;
  }

  private look(decode: () => string | undefined): void {
    try {
      if (CONTROL.test(decode() ?? "")) this.decoder = null;
    } catch {
      this.decoder = null;
    }
  }
}

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f]/;
