import { createHash } from "node:crypto";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import type { ReceivedFile } from "@/lib/domain/pledge/file";
import type { Source } from "@/lib/domain/pledge/source";
import { env } from "@/lib/platform/env";
import { receiveFile } from "@/lib/pledges/files/commands";
import { pdfLines, READING_PDF } from "@/lib/pledges/files/pdf-lines";
import { readFileText } from "@/lib/pledges/files/reading";
import { recordSource } from "@/lib/pledges/sources/commands";
import { loadSource } from "@/lib/pledges/sources/queries";
import { sourceInput } from "@/lib/pledges/sources/schema";
import {
  aDocxOf,
  aLockedPdf,
  aParagraph,
  aPdfBomb,
  aPdfMaze,
  aPdfOf,
  aPdfOfObjects,
  aPdfWith,
  aStream,
} from "../../support/files/sample-documents";
import { aPdf, aPng, aText } from "../../support/files/sample-files";
import { inOwnFolder } from "../../support/files/own-folder";
import { processorTime } from "../../support/processes/processor";
import {
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());
inOwnFolder();
beforeEach(() => pool().query("DELETE FROM file WHERE attached_at IS NULL"));

const hashOf = (content: Uint8Array | string): string => createHash("sha256").update(content).digest("hex");
const send = async (actor: Actor, name: string, content: Buffer): Promise<ReceivedFile> =>
  value(
    await receiveFile(actor, {
      name,
      stream: new Blob([new Uint8Array(content)]).stream(),
      length: content.length,
    }),
  );
const readAs = async (name: string, content: Buffer) => {
  const { id } = await send(register.officer, name, content);
  return readFileText(register.officer, id);
};
const incoming = (): string[] => {
  const folder = path.join(env().DATA_DIR, "incoming");
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe("the text of a document", () => {
  test("PDF: its paragraphs, page after page", async () => {
    const pdf = aPdfOf([
      ["France said that several thousand", "soldiers could deploy.", "", "Sweden offered"],
      ["aircraft (Gripen)."],
    ]);
    expect(value(await readAs("letter.pdf", pdf))).toEqual({
      text: "France said that several thousand soldiers could deploy.\n\nSweden offered aircraft (Gripen).",
      whole: true,
    });
    expect(incoming()).toEqual([]);
  });

  test.each<[string, string, string]>([
    [
      "paragraphs",
      `${aParagraph("Франція: 6&#160;000 &amp; більше")}<w:p/>${aParagraph("Two")}`,
      "Франція: 6\u00a0000 & більше\n\nTwo",
    ],
    [
      "tabs and breaks",
      "<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>",
      "a\tb\nc",
    ],
    [
      "what was inserted, and not what was struck",
      "<w:p><w:del><w:r><w:delText>200</w:delText></w:r></w:del><w:ins><w:r><w:t>300</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom></w:p>",
      "300",
    ],
    [
      "nothing hidden",
      "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>seen</w:t></w:r></w:p>",
      "seen",
    ],
    [
      "no field's instruction",
      "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>5</w:t></w:r></w:p>",
      "5",
    ],
    [
      "a box once",
      "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>once</w:t></mc:Choice><mc:Fallback><w:t>once</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
      "once",
    ],
    [
      "cells of a table",
      `<w:tbl><w:tr><w:tc>${aParagraph("a")}</w:tc><w:tc>${aParagraph("b")}</w:tc></w:tr></w:tbl>`,
      "a\n\nb",
    ],
    ["tags of any name", "<w:p><w:constructor/><w:r><w:t>a\u202c</w:t></w:r></w:p>", "a"],
    ["digits turned round, to be refused", aParagraph("\u202e0003"), "\u202e0003"],
  ])("Word: %s", async (_what, body, text) => {
    expect(value(await readAs("note.docx", aDocxOf(body)))).toEqual({ text, whole: true });
  });

  test("plain text: all of it, without its mark and with plain line ends", async () => {
    expect(value(await readAs("a.txt", aText("\ufeffOne\r\n\ttwo\r\n")))).toEqual({
      text: "One\n\ttwo\n",
      whole: true,
    });
  });

  test("a long document: its beginning, marked as such", async () => {
    const long = await readAs("long.docx", aDocxOf(aParagraph("word ".repeat(1_000)).repeat(30)));
    expect(value(long)).toMatchObject({ whole: false });
    expect(value(long).text).toHaveLength(100_000);
    const pages = Array.from({ length: 40 }, () => Array.from({ length: 50 }, () => "word ".repeat(18)));
    const pdf = value(await readAs("long.pdf", aPdfOf(pages)));
    expect(pdf.whole).toBe(false);
    expect(pdf.text.length).toBeGreaterThan(80_000);
    expect(pdf.text.length).toBeLessThanOrEqual(100_000);
  });
});

describe("what can't be read says why, and hurts nobody", () => {
  test.each<[string, string, Buffer, string]>([
    ["a picture", "a.png", aPng(), "no-reader"],
    ["a PDF that is none", "a.pdf", aPdf(), "broken"],
    ["a PDF of no pages", "a.pdf", aPdfOfObjects([Buffer.from("<< /Type /Catalog >>")]), "broken"],
    ["a PDF without text", "a.pdf", aPdfWith([aStream("0 0 10 10 re f")]), "no-text"],
    ["a locked PDF", "a.pdf", aLockedPdf(), "locked"],
    ["a PDF that unpacks without end", "a.pdf", aPdfBomb(100_000_000), "too-much"],
    [
      "a PDF nested without end",
      "a.pdf",
      aPdfOfObjects([Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"), Buffer.alloc(3_000_000, "[")]),
      "broken",
    ],
    ["a Word document without text", "a.docx", aDocxOf("<w:p/>"), "no-text"],
    ["a Word document that breaks off", "a.docx", aDocxOf("<w:p>"), "broken"],
    [
      "a Word document with entities",
      "a.docx",
      aDocxOf("<w:p/>", '<!DOCTYPE a [<!ENTITY b "c">]>'),
      "broken",
    ],
    ["a Word document that unpacks without end", "a.docx", aDocxOf(" ".repeat(51_000_000)), "too-much"],
    ["a Word document of nothing but tags", "a.docx", aDocxOf("<w:p>".repeat(1_000)), "broken"],
  ])("%s", async (_what, name, content, why) => {
    expect(refusalOf(await readAs(name, content))).toBe(`invalid, file read-${why}`);
    expect(incoming()).toEqual([]);
  });

  test("tags with 150,000 quoted end marks are read within three seconds", async () => {
    const tag = `<w:p w:a="${">".repeat(150_000)}"/>`;
    const taken = await processorTime(async () =>
      expect(refusalOf(await readAs("a.docx", aDocxOf(tag.repeat(20))))).toBe("invalid, file read-no-text"),
    );
    expect(taken).toBeLessThan(3_000);
  });

  test("a reader that takes too long, or too much memory, is ended", async () => {
    const maze = path.join(env().DATA_DIR, "maze.pdf");
    writeFileSync(maze, aPdfMaze(12));
    expect(await pdfLines(maze, { ...READING_PDF, milliseconds: 1_500 })).toBe("too-much");
    expect(await pdfLines(maze, { ...READING_PDF, kilobytes: 50_000 })).toBe("too-much");
    const many = path.join(env().DATA_DIR, "many.pdf");
    writeFileSync(many, aPdfOf(Array.from({ length: 20 }, () => ["Page"])));
    expect(await pdfLines(many, { ...READING_PDF, pages: 3 })).toMatchObject({
      pages: { length: 3 },
      of: 20,
    });
  });

  test("nobody can read what another has sent, nor what is attached to a record", async () => {
    const { id } = await send(register.officer, "letter.pdf", aPdfOf([["We will."]]));
    expect(refusalOf(await readFileText(register.manager, id))).toBe("not-found");
    expect(refusalOf(await readFileText(register.auditor, id))).toBe("role");
    value(await recordSource(register.officer, document("Letter", { files: [id] })));
    expect(refusalOf(await readFileText(register.officer, id))).toBe("not-found");
  });

  test("two are read at once, and a third is refused for now", async () => {
    const { id } = await send(register.officer, "letter.pdf", aPdfOf([["We will."]]));
    const all = await Promise.all([1, 2, 3].map(() => readFileText(register.officer, id)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(2);
    expect(all.flatMap((one) => (one.ok ? [] : [refusalOf(one)]))).toEqual(["slow-down"]);
  });
});

const document = (title: string, more: object = {}) =>
  sourceInput.parse({ publisher: "Agency", title, language: "en", ownership: "OFFICIAL", ...more });
const record = async (title: string, more: object = {}): Promise<Source> =>
  value(await recordSource(register.officer, document(title, more)));

describe("a source with its file, and the text that was read from it", () => {
  const readLetter = async (text: string) => {
    const pdf = aPdfOf([[text]]);
    const file = await send(register.officer, "letter.pdf", pdf);
    return { file, pdf, read: value(await readFileText(register.officer, file.id)) };
  };

  test("are recorded with both hashes, in one event", async () => {
    const { file, pdf, read } = await readLetter("We will send 200 soldiers.");
    const source = await record("Read", { text: read.text, files: [file.id], readFrom: file.id });
    expect(source).toMatchObject({
      version: 1,
      captured: hashOf(read.text),
      files: [{ id: file.id, sha256: hashOf(pdf) }],
      readFrom: { file: file.id, sha256: hashOf(pdf), corrected: false, whole: true },
    });
    expect((await register.eventsOf(source.id)).map(({ action }) => action)).toEqual(["source.recorded"]);
    expect(value(await loadSource(register.auditor, source.id, LATER))).toMatchObject({
      text: read.text,
      readFrom: source.readFrom,
    });
    // What is sent again is on record already.
    const again = await send(register.officer, "letter.pdf", pdf);
    value(await readFileText(register.officer, again.id));
    expect(await record("Read", { text: read.text, files: [again.id], readFrom: again.id })).toEqual(source);
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });

  test("are marked as corrected if the text was changed", async () => {
    const { file, read } = await readLetter("We will send 300 soldiers.");
    const text = `${read.text} Soon.`;
    const { readFrom } = await record("Corrected", { text, files: [file.id], readFrom: file.id });
    expect(readFrom).toMatchObject({ corrected: true, whole: true });
  });

  test("can be added to a document that had neither, and to one that had the text", async () => {
    const bare = await record("Bare");
    const { file, read } = await readLetter("We will send 400 soldiers.");
    const filled = await record("Bare", { text: read.text, files: [file.id], readFrom: file.id });
    expect(filled).toMatchObject({ id: bare.id, version: 2, readFrom: { file: file.id } });
    const pasted = await record("Pasted", { text: read.text });
    const other = await readLetter("We will send 400 soldiers, as said.");
    const attached = await record("Pasted", { text: read.text, files: [other.file.id] });
    expect(attached).toMatchObject({ id: pasted.id, version: 2, files: [{ id: other.file.id }] });
    expect(attached.readFrom).toBeUndefined();
    expect((await register.eventsOf(bare.id)).map(({ action }) => action)).toEqual([
      "source.recorded",
      "source.text-captured",
    ]);
    expect((await register.eventsOf(pasted.id)).at(-1)?.action).toBe("source.file-attached");
  });

  test("are refused if the text was not read from a file that is sent along", async () => {
    const { file } = await readLetter("We will send 500 soldiers.");
    const other = await send(register.officer, "unread.txt", aText("Unread"));
    const sent = (more: object) =>
      recordSource(register.officer, document(crypto.randomUUID(), { text: "We", ...more }));
    expect(refusalOf(await sent({ readFrom: file.id }))).toBe("invalid, readFrom not-read");
    expect(refusalOf(await sent({ files: [other.id], readFrom: other.id }))).toBe(
      "invalid, readFrom not-read",
    );
    expect(refusalOf(await sent({ text: null, files: [file.id], readFrom: file.id }))).toBe(
      "invalid, readFrom not-read",
    );
    expect(refusalOf(await sent({ files: [file.id, file.id] }))).toBe("invalid, files.1 no-such-file");
    expect(refusalOf(await sent({ files: [crypto.randomUUID()] }))).toBe("invalid, files.0 no-such-file");
  });
});
