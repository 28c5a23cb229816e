// The list of what is in a zip, as its last part tells it, read without unpacking anything.

export interface ZipEntry {
  name: string;
  /** How it is packed: 0 not at all, 8 deflated. */
  method: number;
  encrypted: boolean;
  packed: number;
  unpacked: number;
  /** Where the entry begins. */
  offset: number;
}

export const MOST_ENTRIES = 10_000;

/** Null where it isn't such a list, to the last byte. */
export function entriesIn(directory: Uint8Array, count: number): ZipEntry[] | null {
  if (count > MOST_ENTRIES) return null;
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const found: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const [nameLength = 0, extra = 0, comment = 0] = lengths;
    const next = at + 46 + nameLength + extra + comment;
    if (next > directory.length) return null;
    found.push({
      name: new TextDecoder().decode(directory.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return at === directory.length ? found : null;
}

/** How long the part before an entry's bytes is, out of its first 30 bytes; null where no entry begins there. */
export function lengthBefore(local: Uint8Array): number | null {
  const view = new DataView(local.buffer, local.byteOffset, local.byteLength);
  if (local.length < 30 || view.getUint32(0, true) !== 0x04034b50) return null;
  return 30 + view.getUint16(26, true) + view.getUint16(28, true);
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** Which document it is, by what [Content_Types].xml says is in it. */
export function officeTypeIn(contentTypes: string): "DOCX" | "XLSX" | "MACROS" | null {
  const types = [...contentTypes.matchAll(/ContentType\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
    ([, double, single]) => double ?? single ?? "",
  );
  if (types.some((type) => /macroenabled|vbaproject/i.test(type))) return "MACROS";
  const [isWord, isSheets] = [types.includes(WORD), types.includes(SHEETS)];
  return isWord === isSheets ? null : isWord ? "DOCX" : "XLSX";
}
