// A file's type, by its first and last bytes alone. A file that could be read as two types is neither. A web
// page must begin as one; a text or a drawing that a browser would run has no type here.
import type { FileType } from "../pledge/file";

const FILE_FAULTS = [
  "file-empty",
  "file-unknown",
  "file-cut",
  "file-two-in-one",
  "file-page",
  "file-macros",
  "file-not-utf8",
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

export interface Looked {
  bytes: number;
  /** The first bytes, at most HEAD of them. */
  head: Uint8Array;
  /** The last bytes, at most TAIL of them. */
  tail: Uint8Array;
  /** All of it is UTF-8 without control characters. */
  text: boolean;
}

export const HEAD = 4_096;
/** A zip's end record with the longest comment it may have. */
export const TAIL = 65_557;

/** For ZIP the entries decide. */
export type Content = Exclude<FileType, "DOCX" | "XLSX"> | "ZIP";

export function fileContentOf(looked: Looked): { is: Content } | { fault: FileFault } {
  const { bytes, head, tail } = looked;
  if (bytes === 0) return { fault: "file-empty" };
  const is =
    BEGINNINGS.find(([, signs]) => begins(head, signs))?.[0] ??
    (beginsAsWebPage(head) ? "HTML" : looked.text ? "TXT" : null);
  if (is === null) return { fault: looksLikeText(head) ? "file-not-utf8" : "file-unknown" };
  if (is === "ZIP") return { is };
  if (is === "HTML")
    return endOfZip(tail) !== null || /%PDF-\d/.test(latin(head)) ? { fault: "file-two-in-one" } : { is };
  if (is === "TXT") return isPage(head) ? { fault: "file-page" } : { is };
  if (!ENDS[is](tail)) return { fault: "file-cut" };
  if (endOfZip(tail) !== null || holdsPage(head)) return { fault: "file-two-in-one" };
  return { is };
}

export interface EndOfZip {
  entries: number;
  /** Of the entry list, which begins at the offset. */
  size: number;
  offset: number;
  /** Of the end record itself, including the comment that ends the file. */
  length: number;
}

/** Where the end record says the entry list is; null: no end record ends the file. */
export function endOfZip(tail: Uint8Array): EndOfZip | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    if (view.getUint16(at + 20, true) !== tail.length - at - 22) continue;
    return {
      entries: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      offset: view.getUint32(at + 16, true),
      length: tail.length - at,
    };
  }
  return null;
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** By the content types listed in [Content_Types].xml. */
export function officeTypeIn(contentTypes: string): "DOCX" | "XLSX" | "MACROS" | null {
  const types = [...contentTypes.matchAll(/ContentType\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, double, single]) => double ?? single ?? "",
  );
  if (types.some((type) => /macroenabled|vbaproject/i.test(type))) return "MACROS";
  const [isWord, isSheets] = [types.includes(WORD), types.includes(SHEETS)];
  return isWord === isSheets ? null : isWord ? "DOCX" : "XLSX";
}

const BEGINNINGS: readonly (readonly [Content, readonly number[]])[] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["ZIP", [0x50, 0x4b, 0x03, 0x04]],
];

const begins = (bytes: Uint8Array, signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign);

const ENDS: Record<"PDF" | "PNG" | "JPEG", (tail: Uint8Array) => boolean> = {
  PDF: (tail) => /%%EOF[\s\0]*$/.test(latin(tail.subarray(-1_024))),
  PNG: (tail) => latin(tail.subarray(-12)) === "\0\0\0\0IEND\xaeB`\x82",
  JPEG: (tail) => latin(tail.subarray(-2)) === "\xff\xd9",
};

/** As a browser that sniffs would see it: a tag at the start makes it a page or a drawing. */
const isPage = (head: Uint8Array): boolean => /^\s*<[a-z!?/]/i.test(utf8(head)) || holdsPage(head);

/** After blanks, a mark, comments and an XML declaration. In UTF-16 each second byte is null. */
const beginsAsWebPage = (head: Uint8Array): boolean =>
  /^(?:\s|<!--(?:[^-]|-(?!->))*-->|<\?xml\s[^>]*>)*<(?:!doctype\s+html|html)[\s>]/i.test(
    latin(head)
      .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
      .replaceAll("\0", ""),
  );

const holdsPage = (head: Uint8Array): boolean =>
  /<\s*(!doctype|html|head|body|script|svg|iframe|object|embed)\b/i.test(latin(head));

/** Mostly letters: then it is the encoding that is wrong. */
function looksLikeText(head: Uint8Array): boolean {
  const odd = head.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)).length;
  return begins(head, [0xff, 0xfe]) || begins(head, [0xfe, 0xff]) || odd === 0;
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
