// Documents with a text, and documents made to harm their reader: small, and built here byte by byte.
import { deflateSync } from "node:zlib";
import { aZip, contentTypes, WORD_TYPE } from "./sample-files";

const latin = (text: string): Buffer => Buffer.from(text, "latin1");

/** Each page is a list of lines from the top; each line is its words, or another page operation. */
export function aPdfOf(pages: readonly (readonly string[])[], { gap = 14 } = {}): Buffer {
  return aPdfWith(
    pages.map((lines) =>
      aStream(
        `BT /F1 12 Tf 72 770 Td ${lines
          .map(
            (line) => `0 -${String(line === "" ? gap * 2 : gap)} Td (${line.replace(/[()\\]/g, "\\$&")}) Tj`,
          )
          .join("\n")} ET`,
      ),
    ),
  );
}

/** The content of each page, as an object. */
export function aPdfWith(contents: readonly Buffer[], trailer = "", more: readonly Buffer[] = []): Buffer {
  const first = 4;
  const kids = contents.map((_, page) => `${String(first + 2 * page)} 0 R`).join(" ");
  return aPdfOfObjects(
    [
      latin("<< /Type /Catalog /Pages 2 0 R >>"),
      latin(`<< /Type /Pages /Kids [${kids}] /Count ${String(contents.length)} >>`),
      latin("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
      ...contents.flatMap((content, page) => [
        latin(
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String(first + 2 * page + 1)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        ),
        content,
      ]),
      ...more,
    ],
    trailer,
  );
}

export function aPdfOfObjects(objects: readonly Buffer[], trailer = ""): Buffer {
  const parts = [latin("%PDF-1.7\n")];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([latin(`${String(index + 1)} 0 obj\n`), object, latin("\nendobj\n")]);
    places.push(at);
    parts.push(part);
    at += part.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const size = String(objects.length + 1);
  const list = `xref\n0 ${size}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${String(at)}\n%%EOF\n`;
  return Buffer.concat([...parts, latin(list + end)]);
}

export const aStream = (content: string | Buffer, entries = ""): Buffer => {
  const bytes = typeof content === "string" ? latin(content) : content;
  return Buffer.concat([
    latin(`<< /Length ${String(bytes.length)} ${entries}>>\nstream\n`),
    bytes,
    latin("\nendstream"),
  ]);
};

/** A few kilobytes that unpack, in two steps, to this many. */
export const aPdfBomb = (bytes: number): Buffer =>
  aPdfWith([
    aStream(deflateSync(deflateSync(Buffer.alloc(bytes, 0x20))), "/Filter [/FlateDecode /FlateDecode] "),
  ]);

/** Nested forms, each of which shows the next ten times: small, and practically endless. */
export function aPdfMaze(depth: number): Buffer {
  const form = (next: number) =>
    aStream(
      "/X Do ".repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X ${String(next)} 0 R >> >> `,
    );
  const start = 5;
  return aPdfOfObjects([
    latin("<< /Type /Catalog /Pages 2 0 R >>"),
    latin("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
    latin(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
    ),
    aStream("/X Do"),
    ...Array.from({ length: depth }, (_, level) => form(start + level + 1)),
    aStream(
      "BT /F1 1 Tf (a) Tj ET",
      `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /Font << /F1 ${String(start + depth + 1)} 0 R >> >> `,
    ),
    latin("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
  ]);
}

export const aLockedPdf = (): Buffer => {
  const key = "0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20";
  return aPdfWith([aStream("BT ET")], `/Encrypt 6 0 R /ID [<${key.slice(32)}> <${key.slice(32)}>] `, [
    latin(`<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${key}> /U <${key}> >>`),
  ]);
};

/** `body`: the content of the body in word/document.xml. */
export const aDocxOf = (body: string, head = ""): Buffer =>
  aZip([
    { name: "[Content_Types].xml", content: contentTypes(WORD_TYPE) },
    {
      name: "word/document.xml",
      content: `<?xml version="1.0"?>${head}<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`,
    },
  ]);

export const aParagraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
