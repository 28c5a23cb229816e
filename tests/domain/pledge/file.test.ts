import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asAttachment,
  downloadName,
  ENDINGS,
  FILE_TYPES,
  safeName,
  typeByName,
} from "@/lib/domain/pledge/file";
import { fileContentOf, HEAD, officeTypeIn, TAIL } from "@/lib/domain/import/file-content";
import {
  aDocx,
  aJpeg,
  aPdf,
  aPng,
  aText,
  anXlsx,
  aZip,
  contentTypes,
  SHEET_TYPE,
  WORD_TYPE,
} from "../../support/files/sample-files";

describe("the safe name of a file", () => {
  test.each([
    ["Letter of intent.pdf", "Letter of intent.pdf"],
    ["Лист про наміри.pdf", "Лист про наміри.pdf"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\Users\\desk\\note.docx", "note.docx"],
    ["/", null],
    ["...", null],
    ["", null],
    ["\u0000\u0001", null],
    ["note.txt\u0000.exe", "note.txt.exe"],
    ["note\u202efdp.exe", "notefdp.exe"],
    ['a"b<c>.pdf', "a_b_c_.pdf"],
    ["  .hidden.txt ", "hidden.txt"],
    ["a\r\nContent-Type: text/html.pdf", "html.pdf"],
    ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"],
    ["\ud800.pdf", "pdf"],
    [`${"x".repeat(300)}.pdf`, `${"x".repeat(196)}.pdf`],
  ])("%j", (given, kept) => {
    expect(safeName(given)).toBe(kept);
  });

  test("has no path or invisible sign, and at most 200 characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 230 }), (given) => {
        const name = safeName(given);
        if (name === null) return;
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]|^\.|^\s|\s$/u);
        expect(name.length).toBeLessThanOrEqual(200);
        expect(name.isWellFormed()).toBe(true);
        expect(safeName(name)).toBe(name);
      }),
    );
  });

  test("is in full in the header of a download, and can't end that header", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (given) => {
        const name = safeName(given);
        if (name === null) return;
        const header = asAttachment(name);
        expect(new Headers({ "Content-Disposition": header }).get("content-disposition")).toBe(header);
        const [, plain = "", whole = ""] =
          /^attachment; filename="([^"\\]*)"; filename\*=UTF-8''([\w.%~$&+^`|#-]*)$/.exec(header) ?? [];
        expect(plain).toHaveLength(name.length);
        expect(decodeURIComponent(whole)).toBe(name);
      }),
    );
  });
});

test("a page is downloaded under a name that no browser runs", () => {
  expect(downloadName({ name: "Statement.html", type: "HTML" })).toBe("Statement.html.txt");
  expect(downloadName({ name: "Letter.pdf", type: "PDF" })).toBe("Letter.pdf");
});

test("each type is recognised by its endings, and by no other", () => {
  for (const type of FILE_TYPES)
    for (const ending of ENDINGS[type]) expect(typeByName(`NOTE${ending.toUpperCase()}`)).toBe(type);
  for (const name of ["note.svg", "note.mhtml", "note.doc", "note.docm", "note", "pdf"])
    expect(typeByName(name)).toBeNull();
});

const looked = (content: Buffer, text = isText(content)) =>
  fileContentOf({
    bytes: content.length,
    head: content.subarray(0, HEAD),
    tail: content.subarray(-TAIL),
    text,
  });
const latin = (text: string): Buffer => Buffer.from(text, "latin1");

describe("a file is what its bytes say", () => {
  test.each([
    ["PDF", aPdf()],
    ["PNG", aPng()],
    ["JPEG", aJpeg()],
    ["TXT", aText()],
    ["TXT", aText("\ufeffГотові. £200m < €300m")],
    ["ZIP", aDocx()],
    ["ZIP", anXlsx()],
    ["HTML", aText("<!doctype html><p>Hello")],
    ["HTML", aText("\n\n  <HTML>")],
    ["HTML", aText("\ufeff<!DOCTYPE html>\n<!-- saved from url=(0020)https://mod.gov.lv/ -->\n<html>")],
    ["HTML", aText('<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>')],
    ["HTML", latin("<html lang=fr><p>d\xe9claration\0")],
    ["HTML", Buffer.from("\ufeff<!doctype html><p>Готові", "utf16le")],
  ])("%s", (is, content) => {
    expect(looked(content)).toEqual({ is });
  });

  test.each([
    ["file-empty", "nothing", Buffer.alloc(0)],
    ["file-unknown", "a program", latin("MZ\x90\0\x03\0\0\0")],
    ["file-unknown", "a GIF", latin("GIF89a\x01\0\x01\0\x80\0\0")],
    ["file-unknown", "an old Word document", latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0")],
    ["file-unknown", "a text with a null in it", latin("We stand\0ready")],
    ["file-not-utf8", "a text in Latin-1", latin("d\xe9claration commune")],
    ["file-not-utf8", "a text in UTF-16", Buffer.from("\ufeffdeclaration", "utf16le")],
    ["file-cut", "half a PDF", aPdf().subarray(0, -10)],
    ["file-cut", "a PDF with something after its end", Buffer.concat([aPdf(), latin("more")])],
    ["file-cut", "half a PNG", aPng().subarray(0, -6)],
    ["file-cut", "half a JPEG", aJpeg().subarray(0, -1)],
    ["file-page", "a piece of a page", aText("<p>Hello")],
    ["file-page", "a head alone", aText("\n\n  <head>")],
    ["file-page", "a page after a text", aText("Hello <!doctype html><html>")],
    [
      "file-two-in-one",
      "a page that is a zip",
      Buffer.concat([aText("<!doctype html>"), aZip([{ name: "a", content: "b" }])]),
    ],
    ["file-two-in-one", "a page that is a PDF", aText("<!doctype html><!--\n%PDF-1.7\n")],
    ["file-page", "a drawing", aText('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["file-page", "XML", aText('<?xml version="1.0"?><a/>')],
    ["file-page", "a script in a text", aText("Hello <script>alert(1)</script>")],
    ["file-two-in-one", "a PDF that is a page", latin(`%PDF-1.7\n<html><script>x</script>\n%%EOF`)],
    [
      "file-two-in-one",
      "a PDF that is a zip",
      Buffer.concat([latin("%PDF-1.7\n"), aZip([{ name: "a", content: "b" }], "\n%%EOF\n")]),
    ],
    [
      "file-two-in-one",
      "a JPEG that is a zip",
      Buffer.concat([latin("\xff\xd8\xff"), aZip([{ name: "a", content: "b" }], "\xff\xd9")]),
    ],
  ])("%s: %s", (fault, _what, content) => {
    expect(looked(content)).toEqual({ fault });
  });

  test("any bytes have either one type or one fault", () => {
    const beginnings = [aPdf(), aPng(), aJpeg(), aDocx(), aText()].map((one) => new Uint8Array(one));
    fc.assert(
      fc.property(
        fc.constantFrom(...beginnings),
        fc.nat(60),
        fc.uint8Array({ maxLength: 80 }),
        (beginning, cut, more) => {
          const content = Buffer.concat([beginning.subarray(0, cut), more]);
          const found = looked(content);
          expect(Object.keys(found)).toHaveLength(1);
        },
      ),
    );
  });
});

test.each([
  ["DOCX", contentTypes(WORD_TYPE)],
  ["XLSX", contentTypes(SHEET_TYPE)],
  ["MACROS", contentTypes("application/vnd.ms-word.document.macroEnabled.main+xml")],
  ["MACROS", contentTypes(WORD_TYPE) + contentTypes("application/vnd.ms-office.vbaProject")],
  [null, contentTypes("application/epub+zip")],
  [null, contentTypes(WORD_TYPE) + contentTypes(SHEET_TYPE)],
  [null, ""],
])("a list of content types makes a file %s", (type, list) => {
  expect(officeTypeIn(list)).toBe(type);
});

function isText(content: Buffer): boolean {
  try {
    // oxlint-disable-next-line no-control-regex
    return !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(new TextDecoder("utf-8", { fatal: true }).decode(content));
  } catch {
    return false;
  }
}
