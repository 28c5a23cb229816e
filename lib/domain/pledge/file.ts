// A file on record: the document itself, next to its description. Which types are allowed, and what is stored of its
// name.
import type { Day, Instant } from "../base/day";

export const FILE_TYPES = ["PDF", "PNG", "JPEG", "DOCX", "XLSX", "TXT", "HTML"] as const;
export type FileType = (typeof FILE_TYPES)[number];

export interface AttachedFile {
  id: string;
  /** The uploader's name for it, without characters that could mislead. */
  name: string;
  type: FileType;
  bytes: number;
  sha256: string;
  /** Name of the person who attached it, at that time. */
  by: string;
  at: Instant;
  /** Attached by mistake: it counts for nothing and stays on record; left out: not retracted. */
  retracted?: RetractedFile;
}

export interface RetractedFile {
  by: string;
  at: Instant;
  reason: string;
}

/** Received; on record only once it is attached to something. */
export type ReceivedFile = Pick<AttachedFile, "id" | "name" | "type" | "bytes" | "sha256">;

/** Types with text that can be extracted. */
export const READ_TYPES = ["PDF", "DOCX", "TXT", "HTML"] as const satisfies readonly FileType[];
export type ReadType = (typeof READ_TYPES)[number];
export const isReadType = (type: FileType): type is ReadType =>
  (READ_TYPES as readonly FileType[]).includes(type);

/** Text extracted from a file, to check next to it. */
export interface ReadFile {
  text: string;
  /** False: the file continues beyond it. */
  whole: boolean;
  /** What the file says of itself; left out: this kind of file says nothing. */
  proposed?: ProposedSource | undefined;
}

/** Offered, and filled in only by a person. */
export interface ProposedSource {
  publisher?: string | undefined;
  title?: string | undefined;
  url?: string | undefined;
  publishedOn?: Day | undefined;
  language?: string | undefined;
}

/** Why no text was extracted. */
export type ReadFault = "locked" | "broken" | "too-much" | "no-text" | "no-reader";

export const LARGEST_FILE = 20_000_000;
/** Per document and per piece of evidence: each event stores the list whole. */
export const MOST_EVIDENCE_FILES = 20;
/** Per person: received files attached to nothing yet. */
export const MOST_LOOSE_FILES = 50;
/** Unattached files are stored this long. */
export const LOOSE_HOURS = 24;

export const MEDIA_TYPE: Readonly<Record<FileType, string>> = {
  PDF: "application/pdf",
  PNG: "image/png",
  JPEG: "image/jpeg",
  DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  TXT: "text/plain; charset=utf-8",
  // Never as a page: a browser that opens it shows its source.
  HTML: "text/plain",
};

/** Allowed extensions, the usual one first. */
export const ENDINGS: Readonly<Record<FileType, readonly string[]>> = {
  PDF: [".pdf"],
  PNG: [".png"],
  JPEG: [".jpg", ".jpeg"],
  DOCX: [".docx"],
  XLSX: [".xlsx"],
  TXT: [".txt"],
  HTML: [".html", ".htm"],
};

export const typeByName = (name: string): FileType | null =>
  FILE_TYPES.find((type) => ENDINGS[type].some((ending) => name.toLowerCase().endsWith(ending))) ?? null;

/** The name of a download: what is opened by it can't run as a page. */
export const downloadName = ({ name, type }: Pick<AttachedFile, "name" | "type">): string =>
  type === "HTML" ? `${name}.txt` : name;

const LONGEST_NAME = 200;

/**
 * The name alone: no folder, no invisible characters or changes of reading direction, nothing special to a file
 * system. Null where nothing is left.
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

/** A header value for a name. Characters no header can hold are "_" in one form and encoded in the other. */
export function asAttachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
