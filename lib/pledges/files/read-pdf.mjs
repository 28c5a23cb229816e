// Reads a PDF from standard input and writes its lines as JSON. A separate process, without the register's settings and
// limited by its caller (own-process.ts): a stranger's file can harm nothing else.
//
//   node read-pdf.mjs MOST_PAGES MOST_CHARACTERS < FILE

const [mostPages, mostCharacters] = process.argv.slice(2).map(Number);

/** No honest stream in a document unpacks to more. */
const LARGEST_PIECE = 64_000_000;
let isTooMuch = false;
globalThis.Uint8Array = new Proxy(Uint8Array, {
  construct(of, given, as) {
    if (typeof given[0] === "number" && given[0] > LARGEST_PIECE) {
      isTooMuch = true;
      throw new RangeError("a piece of this file unpacks to too much");
    }
    return Reflect.construct(of, given, as);
  },
});

// Imported only now, so that it gets the limited Uint8Array.
const { getDocument } = await import("unpdf/pdfjs");

process.stdout.write(JSON.stringify(await read()), () => process.exit(0));

/** @typedef {{ text: string, x: number, y: number, size: number }} Line */

async function read() {
  try {
    const chunks = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    const pdf = await getDocument({
      data: new Uint8Array(Buffer.concat(chunks)),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    }).promise;
    const pages = [];
    let characters = 0;
    for (let number = 1; number <= pdf.numPages && number <= (mostPages ?? 0); number += 1) {
      const page = await pdf.getPage(number);
      const lines = linesOf((await page.getTextContent()).items);
      page.cleanup();
      pages.push(lines);
      for (const { text } of lines) characters += text.length;
      if (characters > (mostCharacters ?? 0)) break;
    }
    return isTooMuch ? { fault: "too-much" } : { pages, of: pdf.numPages };
  } catch (error) {
    if (isTooMuch) return { fault: "too-much" };
    return {
      fault: /** @type {{ name?: string }} */ (error).name === "PasswordException" ? "locked" : "broken",
    };
  }
}

/**
 * @param {Awaited<ReturnType<import("unpdf/pdfjs").PDFPageProxy["getTextContent"]>>["items"]} items
 * @returns {Line[]}
 */
function linesOf(items) {
  const lines = [];
  /** @type {Line | null} */
  let line = null;
  for (const item of items) {
    if (!("str" in item)) continue;
    const { str, height, hasEOL, transform } = item;
    if (str !== "") {
      line ??= { text: "", x: Math.round(transform[4]), y: Math.round(transform[5] * 10) / 10, size: 0 };
      line.text += str;
      line.size = Math.max(line.size, Math.round(height * 10) / 10);
    }
    if (hasEOL && line) {
      lines.push(line);
      line = null;
    }
  }
  return line ? [...lines, line] : lines;
}
