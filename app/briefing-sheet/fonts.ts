// The pages' fonts for PDFKit: one file for each writing system and weight.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { inflateSync } from "node:zlib";

/** A character that none of these has is drawn with the first. */
const SCRIPTS = [
  [
    "latin",
    /[\u0020-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2212]/u,
  ],
  ["latin-ext", /[\u0100-\u02ba\u02bd-\u02ff\u1e00-\u1eff\u20a0-\u20c0]/u],
  ["cyrillic", /[\u0301\u0400-\u045f\u0490\u0491\u2116]/u],
] as const;
type Script = (typeof SCRIPTS)[number][0];
type Weight = 400 | 600;

export type FontName = `${Script}-${Weight}`;
export const fontName = (script: Script, bold: boolean): FontName => `${script}-${bold ? 600 : 400}`;

/** The text in pieces that are each in one writing system. */
export function runsOf(words: string): [Script, string][] {
  const runs: [Script, string][] = [];
  for (const letter of words) {
    const script = SCRIPTS.find(([, letters]) => letters.test(letter))?.[0] ?? "latin";
    const last = runs.at(-1);
    if (last && (last[0] === script || letter === " ")) last[1] += letter;
    else runs.push([script, letter]);
  }
  return runs;
}

let read: [FontName, Buffer][] | undefined;

/** All fonts, read once. */
export async function pdfFonts(): Promise<[FontName, Buffer][]> {
  const names = SCRIPTS.flatMap(([script]) => [fontName(script, false), fontName(script, true)]);
  return (read ??= await Promise.all(
    names.map(async (name): Promise<[FontName, Buffer]> => {
      const file = path.join(process.cwd(), FILES, `source-sans-3-${name}-normal.woff`);
      return [name, unpacked(await readFile(file))];
    }),
  ));
}

const FILES = "node_modules/@fontsource/source-sans-3/files";

/**
 * The font without compression (WOFF 1.0, sections 3 to 5). From a compressed one, PDFKit inflates all letters again
 * for each letter: 0.3 of the 0.4 seconds that a sheet took.
 */
function unpacked(woff: Buffer): Buffer {
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, at) => {
    const entry = woff.subarray(44 + at * 20, 64 + at * 20);
    const [offset, packed, length] = [4, 8, 12].map((field) => entry.readUInt32BE(field)) as [
      number,
      number,
      number,
    ];
    const data = woff.subarray(offset, offset + packed);
    return {
      tag: entry.subarray(0, 4),
      checksum: entry.subarray(16),
      data: packed < length ? inflateSync(data) : data,
    };
  });
  const header = Buffer.alloc(12 + tables.length * 16);
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(tables.length, 4);
  let end = header.length;
  const padded = tables.map(({ tag, checksum, data }, at) => {
    const entry = header.subarray(12 + at * 16);
    tag.copy(entry, 0);
    checksum.copy(entry, 4);
    entry.writeUInt32BE(end, 8);
    entry.writeUInt32BE(data.length, 12);
    end += Math.ceil(data.length / 4) * 4;
    return Buffer.concat([data], Math.ceil(data.length / 4) * 4);
  });
  return Buffer.concat([header, ...padded]);
}
