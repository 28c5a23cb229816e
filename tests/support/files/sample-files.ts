// Small valid files of each kind, built here byte by byte, so that a test can spoil one thing at a time.
import { deflateRawSync, crc32 } from "node:zlib";

const latin = (text: string): Buffer => Buffer.from(text, "latin1");

export const aPdf = (text = "Letter of intent"): Buffer =>
  latin(`%PDF-1.7\n1 0 obj\n<< /Title (${text}) >>\nendobj\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n`);

export const aPng = (): Buffer =>
  Buffer.concat([
    latin("\x89PNG\r\n\x1a\n"),
    chunk("IHDR", latin("\0\0\0\x01\0\0\0\x01\b\0\0\0\0")),
    chunk("IDAT", deflateRawSync(Buffer.from([0, 0]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);

export const aJpeg = (): Buffer => latin("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xd9");

export const aText = (text = "We stand ready.\n"): Buffer => Buffer.from(text, "utf8");

const OFFICE = "application/vnd.openxmlformats-officedocument.";
export const WORD_TYPE = `${OFFICE}wordprocessingml.document.main+xml`;
export const SHEET_TYPE = `${OFFICE}spreadsheetml.sheet.main+xml`;

export const contentTypes = (type: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="${type}"/></Types>`;

export const aDocx = (type = WORD_TYPE, more: readonly Part[] = []): Buffer =>
  aZip([
    { name: "[Content_Types].xml", content: contentTypes(type) },
    { name: "word/document.xml", content: "<w:document/>" },
    ...more,
  ]);

export const anXlsx = (): Buffer =>
  aZip([
    { name: "[Content_Types].xml", content: contentTypes(SHEET_TYPE) },
    { name: "xl/workbook.xml", content: "<workbook/>" },
  ]);

export interface Part {
  name: string;
  content: string;
}

/** The comment at its end is in Latin-1. */
export function aZip(parts: readonly Part[], comment = ""): Buffer {
  const locals: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const [label, whole] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(whole);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(whole), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(whole.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([latin("PK\x03\x04"), common, label, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    list.push(Buffer.concat([latin("PK\x01\x02\x14\0"), common, place, label]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(comment.length, 16);
  return Buffer.concat([...locals, directory, latin("PK\x05\x06"), end, latin(comment)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([latin(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
