// Machine-read text of an uploaded file, to be compared with the file before it is used as evidence.
import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { isReadType, type ReadFault, type ReadFile, type ReadType } from "@/lib/domain/pledge/file";
import { textOfPages } from "@/lib/domain/passages/page-text";
import { visibleText } from "@/lib/domain/base/characters";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { LONGEST_SOURCE_TEXT } from "@/lib/domain/pledge/source";
import { findLoose, noteRead } from "@/lib/db/jobs/files";
import type { StoredFile } from "@/lib/db/records/stored-file";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { docxText } from "./docx-text";
import { htmlText } from "./html-text";
import { receive, removeUpload, type Received } from "@/lib/platform/files/incoming";
import { pdfLines } from "./pdf-lines";
import { store } from "@/lib/platform/files/store";

/** Concurrent reads in one process. */
const MOST_AT_ONCE = 2;
let underWay = 0;

export async function readFileText(actor: Actor, id: string): Promise<Result<ReadFile>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  const file = await findLoose(actor.id, id);
  if (!file) return refuse("not-found");
  const { type } = file;
  if (!isReadType(type)) return invalid({ path: "file", code: "read-no-reader" });
  if (underWay >= MOST_AT_ONCE) return refuse("slow-down", { minutes: 0 });
  underWay += 1;
  try {
    const here = await fetched(file);
    const read = here && (await readHere(here, type));
    return read === null ? refuse("files-away") : await noted(id, read);
  } finally {
    underWay -= 1;
  }
}

/** Copies the file from the store to local disk, and checks that it has the recorded hash. */
async function fetched({ sha256, bytes }: StoredFile): Promise<Received | null> {
  try {
    const content = await store().get(sha256);
    if (!content) return null;
    const stream = Readable.toWeb(content) as ReadableStream<Uint8Array>;
    const come = await receive(env().DATA_DIR, { stream, length: bytes });
    if (typeof come === "string") return null;
    if (come.sha256 === sha256) return come;
    await removeUpload(come.place);
  } catch (error) {
    logger.error({ err: error }, "files cannot be reached");
  }
  return null;
}

/** Null if the register is at fault: no process can be started, or the disk is unavailable. */
async function readHere({ place }: Received, type: ReadType): Promise<ReadFile | ReadFault | null> {
  try {
    return await textIn(place, type);
  } catch (error) {
    logger.error({ err: error }, "files cannot be read");
    return null;
  } finally {
    await removeUpload(place);
  }
}

async function textIn(place: string, type: ReadType): Promise<ReadFile | ReadFault> {
  if (type === "DOCX") return docxText(place, LONGEST_SOURCE_TEXT);
  if (type === "TXT") return { text: visibleText(await readFile(place, "utf8")), whole: true };
  if (type === "HTML") return htmlText(place);
  const read = await pdfLines(place);
  return typeof read === "string"
    ? read
    : { text: textOfPages(read.pages), whole: read.pages.length === read.of };
}

async function noted(id: string, read: ReadFile | ReadFault): Promise<Result<ReadFile>> {
  if (typeof read === "string") return invalid({ path: "file", code: `read-${read}` });
  const text = read.text.slice(0, LONGEST_SOURCE_TEXT).replace(/[\ud800-\udbff]$/, "");
  if (text.trim() === "") return invalid({ path: "file", code: "read-no-text" });
  const whole = read.whole && read.text.length <= LONGEST_SOURCE_TEXT;
  const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
  await noteRead(id, { sha256, whole });
  return ok({ ...read, text, whole });
}
