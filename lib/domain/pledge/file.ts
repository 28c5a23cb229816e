// A file on record: the document itself, beside what is said of it. Which kinds there may be, and what of a name is kept.
import type { Instant } from "../base/day";

export const FILE_TYPES = ["PDF", "PNG", "JPEG", "DOCX", "XLSX", "TXT"] as const;
export type FileType = (typeof FILE_TYPES)[number];

export interface AttachedFile {
  id: string;
  /** As whoever attached it called it, without what could lead astray. */
  name: string;
  type: FileType;
  bytes: number;
  sha256: string;
  /** Name of whoever attached it, as it was then. */
  by: string;
  at: Instant;
  /** Attached by mistake: it counts for nothing and stays on record; left out: it wasn't. */
  retracted?: RetractedFile;
}

export interface RetractedFile {
  by: string;
  at: Instant;
  reason: string;
}

/** Received, and not on record until it is attached to something. */
export type ReceivedFile = Pick<AttachedFile, "id" | "name" | "type" | "bytes" | "sha256">;

/** Kinds that have a text which can be read. */
export const READ_TYPES = ["PDF", "DOCX", "TXT"] as const satisfies readonly FileType[];
export type ReadType = (typeof READ_TYPES)[number];
export const isReadType = (type: FileType): type is ReadType =>
  (READ_TYPES as readonly FileType[]).includes(type);

/** What was read out of a file, to be looked at beside it. */
export interface ReadFile {
  text: string;
  /** False: the file goes on beyond it. */
  whole: boolean;
}

/** Why nothing was. */
export type ReadFault = "locked" | "broken" | "too-much" | "no-text" | "no-reader";

export const LARGEST_FILE = 20_000_000;
/** Of one document, and of one piece of evidence: each event holds their list whole. */
export const MOST_EVIDENCE_FILES = 20;
/** Received from one person and attached to nothing yet. */
export const MOST_LOOSE_FILES = 50;
/** For so long they wait to be attached. */
export const LOOSE_HOURS = 24;

export const MEDIA_TYPE: Readonly<Record<FileType, string>> = {
  PDF: "application/pdf",
  PNG: "image/png",
  JPEG: "image/jpeg",
  DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  TXT: "text/plain; charset=utf-8",
};

/** What a name may end in, the usual one first. */
export const ENDINGS: Readonly<Record<FileType, readonly string[]>> = {
  PDF: [".pdf"],
  PNG: [".png"],
  JPEG: [".jpg", ".jpeg"],
  DOCX: [".docx"],
  XLSX: [".xlsx"],
  TXT: [".txt"],
};

export const typeByName = (name: string): FileType | null =>
  FILE_TYPES.find((type) => ENDINGS[type].some((ending) => name.toLowerCase().endsWith(ending))) ?? null;

const LONGEST_NAME = 200;

/**
 * The name alone: no folder before it, nothing that can't be seen or turns the order of reading, nothing that a file
 * system takes for something else. Null where nothing is left.
 */
export function safeName(given: string): string | null {
  const last = given.toWellFormed().normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const name = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{fffd}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (name === "") return null;
  if (name.length <= LONGEST_NAME) return name;
  const ending = /\.[^.\s]{1,8}$/.exec(name)?.[0] ?? "";
  return `${name
    .slice(0, LONGEST_NAME - ending.length)
    .toWellFormed()
    .replaceAll("\u{fffd}", "")}${ending}`;
}

/** A header's value for a name: what no header can hold is told twice, once without it and once in full. */
export function asAttachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
