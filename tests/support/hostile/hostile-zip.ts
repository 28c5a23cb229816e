// A zip with exact bytes spoilt.

const DIRECTORY = "PK\u0001\u0002";
const HEADER = "PK\u0003\u0004";
const END = 22;

/** Offsets of fields in an entry's own header; the directory has them further on. */
export const FLAGS = 6;
export const METHOD = 8;
export const SUM = 14;
export const PACKED = 18;
export const SIZE = 22;
/** In the directory only. */
export const EXTRA_LENGTH = 30 - 2;
export const OFFSET = 42 - 2;

const startOf = (zip: Buffer, mark: string, name: string, length: number): number => {
  for (let at = zip.indexOf(mark); at >= 0; at = zip.indexOf(mark, at + 1))
    if (zip.toString("latin1", at + length, at + length + name.length) === name) return at;
  throw new Error(`no ${name} in it`);
};

/** The start of an entry's own header. */
export const inHeader = (zip: Buffer, name: string): number => startOf(zip, HEADER, name, 30);
/** In the directory, plus two, so that the same offsets apply. */
export const inDirectory = (zip: Buffer, name: string): number => startOf(zip, DIRECTORY, name, 46) + 2;

export function spoilt(zip: Uint8Array, spoil: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.from(zip);
  spoil(bytes);
  return bytes;
}

/** In its header and in the directory alike. */
export function renamed(zip: Buffer, from: string, to: string): Buffer {
  if (from.length !== to.length) throw new Error("not as long");
  return spoilt(zip, (bytes) => {
    bytes.write(to, inHeader(bytes, from) + 30, "latin1");
    bytes.write(to, inDirectory(bytes, from) + 44, "latin1");
  });
}

/** From the end record: number of entries, length and start of the directory. */
export const endOf = (zip: Buffer) => ({
  entries: zip.readUInt16LE(zip.length - END + 10),
  size: zip.readUInt32LE(zip.length - END + 12),
  offset: zip.readUInt32LE(zip.length - END + 16),
});

/** With zip64 records that agree, or lie. */
export function withZip64(
  zip: Buffer,
  lies: { record?: bigint; entries?: bigint; offset?: bigint } = {},
): Buffer {
  const { entries, size, offset } = endOf(zip);
  const record = Buffer.alloc(56);
  record.write("PK\u0006\u0006", "latin1");
  record.writeBigUInt64LE(44n, 4);
  for (const place of [24, 32]) record.writeBigUInt64LE(lies.entries ?? BigInt(entries), place);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(lies.offset ?? BigInt(offset), 48);
  return Buffer.concat([
    zip.subarray(0, -END),
    record,
    zip64Locator(lies.record ?? BigInt(zip.length - END)),
    zip.subarray(-END),
  ]);
}

export function zip64Locator(record: bigint): Buffer {
  const locator = Buffer.alloc(20);
  locator.write("PK\u0006\u0007", "latin1");
  locator.writeBigUInt64LE(record, 8);
  locator.writeUInt32LE(1, 16);
  return locator;
}

/** Adds a comment to the last entry of the directory, whatever its bytes. */
export function withLastComment(zip: Buffer, comment: Buffer): Buffer {
  const longer = Buffer.concat([zip.subarray(0, -END), comment, zip.subarray(-END)]);
  longer.writeUInt16LE(comment.length, zip.lastIndexOf(DIRECTORY) + 32);
  longer.writeUInt32LE(endOf(zip).size + comment.length, longer.length - END + 12);
  return longer;
}
