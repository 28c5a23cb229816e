// Zips that lie, as each reader of zips sees them: an imported table, the text of a document, and a file of evidence.
import { existsSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { fileOfRows } from "@/lib/imports/file-rows";
import { FileRefused } from "@/lib/platform/files/file-refused";
import { receive, removeUpload } from "@/lib/platform/files/incoming";
import { documentParts, partNamed, unpacked } from "@/lib/platform/zip";
import { docxText } from "@/lib/pledges/files/docx-text";
import { typeOf } from "@/lib/pledges/files/inspect";
import { cases } from "../support/cases";
import {
  endOf,
  EXTRA_LENGTH,
  FLAGS,
  inDirectory,
  inHeader,
  METHOD,
  OFFSET,
  PACKED,
  renamed,
  SIZE,
  spoilt,
  SUM,
  withLastComment,
  withZip64,
  zip64Locator,
} from "../support/hostile/hostile-zip";
import { aZip, contentTypes, WORD_TYPE } from "../support/files/sample-files";

const folder = mkdtempSync(path.join(os.tmpdir(), "register-zips-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, "sent");

const [TYPES, BOOK, TEXT, SHEET] = [
  "[Content_Types].xml",
  "xl/workbook.xml",
  "word/document.xml",
  "xl/worksheets/sheet1.xml",
] as const;
/** What each of the three reads first. */
const FIRST = [TYPES, BOOK, TEXT];
const PARTS = [
  { name: TYPES, content: contentTypes(WORD_TYPE) },
  { name: BOOK, content: '<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>' },
  {
    name: "xl/_rels/workbook.xml.rels",
    content: '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
  },
  {
    name: SHEET,
    content: '<worksheet><row r="1"><c r="A1" t="inlineStr"><is><t>Who</t></is></c></row></worksheet>',
  },
  { name: TEXT, content: "<w:document><w:p><w:r><w:t>We will.</w:t></w:r></w:p></w:document>" },
];
const WHOLE = aZip(PARTS);
const more = (count: number) =>
  aZip([...PARTS, ...Array.from({ length: count }, (_, at) => ({ name: String(at), content: "" }))]);

/** As a workbook, as a Word document, and as a file to be kept. */
async function seen(bytes: Uint8Array): Promise<[string, string, string]> {
  writeFileSync(file, bytes);
  const text = await docxText(file, 1_000);
  return [await tableIn(file), typeof text === "string" ? text : "read", await typeIn(bytes)];
}

async function tableIn(place: string): Promise<string> {
  try {
    const { lines } = await fileOfRows(place);
    for await (const _line of lines);
    return "read";
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
}

async function typeIn(bytes: Uint8Array): Promise<string> {
  const stream = new ReadableStream<Uint8Array>({
    start: (one) => {
      if (bytes.length > 0) one.enqueue(bytes);
      one.close();
    },
  });
  const received = await receive(folder, { stream, length: bytes.length });
  if (typeof received === "string") return received;
  const type = await typeOf(received, "a.docx");
  await removeUpload(received.place);
  return typeof type === "string" ? type : type.code;
}

/** Files of this test that are open. */
const stillOpen = (): string[] =>
  existsSync("/proc/self/fd")
    ? readdirSync("/proc/self/fd").flatMap((number) => {
        try {
          const place = readlinkSync(`/proc/self/fd/${number}`);
          return place.startsWith(folder) ? [place] : [];
        } catch {
          return [];
        }
      })
    : [];

const inBoth = (bytes: Buffer, name: string): number[] => [inHeader(bytes, name), inDirectory(bytes, name)];
/** The end record of an empty zip that begins there. */
const anEnd = (offset: number): string => {
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt32LE(offset, 16);
  return end.toString("latin1");
};
const READ = ["read", "read", "DOCX"];
const BROKEN = ["broken-workbook", "broken", "file-cut"];

describe("what programs write is read", () => {
  test.each<[string, Buffer, string[]]>([
    ["as most write it", WHOLE, READ],
    ["with a comment", aZip(PARTS, "By hand"), READ],
    ["with a comment of the longest", aZip(PARTS, "x".repeat(65_535)), READ],
    ["with a comment on an entry", withLastComment(WHOLE, Buffer.from("By hand")), READ],
    [
      "names that begin with /",
      aZip(PARTS.map((part) => ({ ...part, name: `/${part.name}` }))),
      ["read", "read", "file-unknown"],
    ],
    ["names with \\", aZip(PARTS.map((part) => ({ ...part, name: part.name.replaceAll("/", "\\") }))), READ],
    [
      "sizes that come after the bytes",
      spoilt(WHOLE, (bytes) => {
        for (const { name } of PARTS) {
          for (const at of inBoth(bytes, name)) bytes.writeUInt16LE(8, at + FLAGS);
          bytes.fill(0, inHeader(bytes, name) + SUM, inHeader(bytes, name) + SIZE + 4);
        }
      }),
      READ,
    ],
    ["records of zip64 that say the same", withZip64(WHOLE), ["read", "read", "file-two-in-one"]],
  ])("%s", async (_what, bytes, found) => {
    expect(await seen(bytes)).toEqual(found);
    expect(stillOpen()).toEqual([]);
  });
});

/** Spoilt in each of the parts that are read first. */
function inFirst(spoil: (bytes: Buffer, name: string) => void): Buffer {
  return spoilt(WHOLE, (bytes) => {
    for (const name of FIRST) spoil(bytes, name);
  });
}

function sized(size: (honest: number) => number): Buffer {
  return inFirst((bytes, name) => {
    const at = inDirectory(bytes, name) + SIZE;
    bytes.writeUInt32LE(size(bytes.readUInt32LE(at)), at);
  });
}

function flagged(flags: number, ...names: string[]): Buffer {
  return spoilt(WHOLE, (bytes) => {
    for (const name of names) for (const at of inBoth(bytes, name)) bytes.writeUInt16LE(flags, at + FLAGS);
  });
}

function long(count: number) {
  return Array.from({ length: count }, (_, at) => ({ name: String(at).padStart(65_000, "x"), content: "" }));
}

const HOSTILE: [string, Buffer, string[]][] = [
  ["half of it", WHOLE.subarray(0, WHOLE.length / 2), BROKEN],
  ["cut within its last record", WHOLE.subarray(0, -1), BROKEN],
  ["without its beginning", WHOLE.subarray(40), ["not-a-table", "broken", "file-unknown"]],
  ["something after its end", Buffer.concat([WHOLE, Buffer.from("\n")]), BROKEN],
  [
    "something between the directory and its end",
    Buffer.concat([WHOLE.subarray(0, -22), Buffer.from("more"), WHOLE.subarray(-22)]),
    ["broken-workbook", "broken", "file-two-in-one"],
  ],
  [
    "another zip's end in its comment",
    aZip(PARTS, anEnd(0)),
    ["broken-workbook", "broken", "file-two-in-one"],
  ],
  ["an end in its comment that has a comment of its own", aZip(PARTS, `${anEnd(0)}more`), BROKEN],
  [
    "a directory with fewer entries than it says",
    spoilt(WHOLE, (bytes) => bytes.writeUInt16LE(6, bytes.length - 12)),
    BROKEN,
  ],
  [
    "a directory with more entries than it says",
    spoilt(WHOLE, (bytes) => bytes.writeUInt16LE(4, bytes.length - 12)),
    BROKEN,
  ],
  [
    "a directory that begins elsewhere",
    spoilt(WHOLE, (bytes) => bytes.writeUInt32LE(endOf(bytes).offset + 1, bytes.length - 6)),
    ["broken-workbook", "broken", "file-two-in-one"],
  ],
  [
    "a directory that begins elsewhere, and is as much shorter",
    spoilt(WHOLE, (bytes) => {
      const { size, offset } = endOf(bytes);
      bytes.writeUInt32LE(size - 1, bytes.length - 10);
      bytes.writeUInt32LE(offset + 1, bytes.length - 6);
    }),
    BROKEN,
  ],
  ["a part on another disk", spoilt(WHOLE, (bytes) => bytes.writeUInt16LE(1, bytes.length - 18)), BROKEN],
  [
    "an extra field that goes on for longer than there is",
    spoilt(WHOLE, (bytes) => {
      // The last letters of its name are taken for one.
      const at = inDirectory(bytes, TEXT);
      bytes.writeUInt16LE(TEXT.length - 8, at + 26);
      bytes.writeUInt16LE(8, at + EXTRA_LENGTH);
    }),
    BROKEN,
  ],
  ["5,001 entries", more(4_996), ["broken-workbook", "broken", "DOCX"]],
  ["10,001 entries", more(9_996), ["broken-workbook", "broken", "file-unknown"]],
  ["a directory of 5 MB", aZip([...PARTS, ...long(80)]), ["broken-workbook", "broken", "file-unknown"]],
  [
    "zip64 that is elsewhere",
    withZip64(WHOLE, { record: 0n }),
    ["broken-workbook", "broken", "file-two-in-one"],
  ],
  [
    "zip64 beyond all files",
    withZip64(WHOLE, { record: 2n ** 64n - 1n }),
    ["broken-workbook", "broken", "file-two-in-one"],
  ],
  ["zip64 beyond all files, in a comment", withLastComment(WHOLE, zip64Locator(2n ** 64n - 1n)), BROKEN],
  [
    "zip64 that counts otherwise",
    withZip64(WHOLE, { entries: 4n }),
    ["broken-workbook", "broken", "file-two-in-one"],
  ],
  [
    "zip64 with another directory",
    withZip64(WHOLE, { offset: 2n ** 63n }),
    ["broken-workbook", "broken", "file-two-in-one"],
  ],
  ["a name that leads out of it", renamed(WHOLE, SHEET, "../worksheets/sheet1.xml"), BROKEN],
  ["a name that leads out of it by \\", renamed(WHOLE, SHEET, "..\\worksheets\\sheet1.xml"), BROKEN],
  ["a name of another disk", renamed(WHOLE, SHEET, "c:/worksheets/sheet1.xml"), BROKEN],
  ["a name that begins at the root", renamed(WHOLE, SHEET, "//etc/sheets/sheet1.xmll"), BROKEN],
  [
    "two of one name",
    aZip([...PARTS, ...PARTS.map((part) => ({ ...part }))]),
    ["broken-workbook", "broken", "file-unknown"],
  ],
  [
    "two of one name, one of which begins with /",
    aZip([...PARTS, ...PARTS.map((part) => ({ ...part, name: `/${part.name}` }))]),
    ["broken-workbook", "broken", "DOCX"],
  ],
  ["a part that is locked", flagged(1, SHEET), ["locked-workbook", "locked", "DOCX"]],
  ["parts that are locked", flagged(1, ...FIRST), ["locked-workbook", "locked", "file-unknown"]],
  ["parts that are locked well", flagged(0x41, ...FIRST), ["locked-workbook", "locked", "file-unknown"]],
  [
    "parts that are locked where they lie, and not by the directory",
    inFirst((bytes, name) => bytes.writeUInt16LE(1, inHeader(bytes, name) + FLAGS)),
    BROKEN,
  ],
  [
    "parts packed in a way that nobody knows",
    inFirst((bytes, name) => inBoth(bytes, name).forEach((at) => bytes.writeUInt16LE(12, at + METHOD))),
    BROKEN,
  ],
  [
    "parts packed otherwise than the directory says",
    inFirst((bytes, name) => bytes.writeUInt16LE(0, inHeader(bytes, name) + METHOD)),
    BROKEN,
  ],
  [
    "parts named otherwise than the directory says",
    inFirst((bytes, name) => bytes.write("X", inHeader(bytes, name) + 30)),
    BROKEN,
  ],
  [
    "parts without a header",
    inFirst((bytes, name) => bytes.write("X", inHeader(bytes, name) + 3)),
    ["broken-workbook", "broken", "file-unknown"],
  ],
  [
    "parts that lie where another does",
    inFirst((bytes, name) => bytes.writeUInt32LE(inHeader(bytes, SHEET), inDirectory(bytes, name) + OFFSET)),
    BROKEN,
  ],
  [
    "a part that lies beyond the file",
    spoilt(WHOLE, (bytes) => bytes.writeUInt32LE(0xfffffffe, inDirectory(bytes, SHEET) + OFFSET)),
    BROKEN,
  ],
  [
    "a part that goes on into the next",
    spoilt(WHOLE, (bytes) => {
      const at = inDirectory(bytes, BOOK) + PACKED;
      bytes.writeUInt32LE(bytes.readUInt32LE(at) + 1, at);
    }),
    BROKEN,
  ],
  [
    "a part that goes on into the directory",
    spoilt(WHOLE, (bytes) => {
      const at = inDirectory(bytes, TEXT) + PACKED;
      bytes.writeUInt32LE(bytes.readUInt32LE(at) + 1, at);
    }),
    BROKEN,
  ],
  ["parts that unpack to more than they say", sized(() => 10), ["inflates-too-far", "too-much", "file-cut"]],
  ["parts that unpack to less than they say", sized((size) => size + 1), BROKEN],
  [
    "parts that say they unpack to 4 GB",
    sized(() => 0xffffffff),
    ["inflates-too-far", "too-much", "file-cut"],
  ],
  [
    "parts whose sum is another",
    inFirst((bytes, name) => {
      const at = inDirectory(bytes, name) + SUM;
      bytes.writeUInt32LE((bytes.readUInt32LE(at) ^ 1) >>> 0, at);
    }),
    BROKEN,
  ],
  [
    "parts that are no packed bytes",
    inFirst((bytes, name) => {
      const start = inHeader(bytes, name);
      const content = start + 30 + name.length;
      bytes.fill(0xff, content, content + bytes.readUInt32LE(start + PACKED));
    }),
    BROKEN,
  ],
];

describe("what is made to deceive is refused, and every file is closed", () => {
  test.each(HOSTILE)("%s", async (_what, bytes, found) => {
    expect(await seen(bytes)).toEqual(found);
    expect(stillOpen()).toEqual([]);
  });
});

test("a part that is read only in part leaves no file open", async () => {
  writeFileSync(file, aZip([...PARTS, { name: "long", content: "x".repeat(5_000_000) }]));
  const part = partNamed(await documentParts(file), "long");
  if (!part) throw new Error("not in it");
  for await (const piece of unpacked(file, part, 10_000_000)) {
    expect(piece.length).toBeLessThan(100_000);
    expect(stillOpen()).toHaveLength(existsSync("/proc/self/fd") ? 1 : 0);
    break;
  }
  expect(stillOpen()).toEqual([]);
});

test("a file that is missing on disk is not reported as a broken zip", async () => {
  await expect(documentParts(path.join(folder, "nowhere"))).rejects.toMatchObject({ code: "ENOENT" });
});

test("any change of a zip's headers gives an answer, and no file stays open", async () => {
  const genuine = [WHOLE, withZip64(WHOLE), withLastComment(WHOLE, zip64Locator(BigInt(WHOLE.length)))];
  const said = genuine.map((zip) => [
    ...PARTS.flatMap(({ name }) => Array.from({ length: 30 }, (_, at) => inHeader(zip, name) + at)),
    ...Array.from({ length: zip.length - endOf(zip).offset }, (_, at) => endOf(zip).offset + at),
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(genuine.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(0, 255))), {
        minLength: 1,
        maxLength: 6,
      }),
      async (which, changes) => {
        const places = said[which] ?? [];
        const bytes = spoilt(genuine[which] ?? WHOLE, (zip) => {
          for (const [at, byte] of changes) zip[places[at % places.length] ?? 0] = byte;
        });
        for (const answer of await seen(bytes)) expect(answer).toMatch(/^[a-z-]+$|^DOCX$/);
        expect(stillOpen()).toEqual([]);
      },
    ),
    { numRuns: cases(300) },
  );
});
