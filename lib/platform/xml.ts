// A streaming XML reader that yields tags and texts. It refuses anything that can make a small file large: a
// document type, entities other than the five, endless tags.
import "server-only";
import { FileRefused } from "./files/file-refused";

export type XmlPiece =
  | { is: "open"; name: string; tag: string; isClosed: boolean }
  | { is: "close"; name: string }
  | { is: "text"; text: string };

export async function* xmlPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<XmlPiece[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const scanner = new Scanner();
  for await (const chunk of bytes) yield scanner.push(decoded(() => decoder.decode(chunk, { stream: true })));
  yield scanner.push(decoded(() => decoder.decode()));
  scanner.end();
}

/** An attribute's value; null if the tag doesn't have it. */
export function attribute(tag: string, name: string): string | null {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    patterns.set(name, pattern);
  }
  const match = pattern.exec(tag);
  return match ? unescaped(match[1] ?? match[2] ?? "") : null;
}

const patterns = new Map<string, RegExp>();

class Scanner {
  private left = "";
  private depth = 0;
  private tags = 0;

  push(chunk: string): XmlPiece[] {
    const text = this.left + chunk;
    const pieces: XmlPiece[] = [];
    let at = 0;
    for (;;) {
      const start = text.indexOf("<", at);
      if (start < 0) break;
      const end = limitEnd(text, start);
      if (end < 0) break;
      if (start > at) pieces.push({ is: "text", text: unescaped(text.slice(at, start)) });
      this.tag(text.slice(start, end), pieces);
      at = end;
    }
    // A text ends only at the next tag; one this long isn't a cell.
    this.left = text.slice(at);
    if (this.left.length > LONGEST_PIECE) throw new FileRefused("broken-workbook");
    return pieces;
  }

  end(): void {
    if (this.depth !== 0 || this.left.includes("<")) throw new FileRefused("broken-workbook");
  }

  private tag(tag: string, pieces: XmlPiece[]): void {
    this.tags += 1;
    if (this.tags > MOST_TAGS) throw new FileRefused("broken-workbook");
    if (tag.startsWith("<!--") || tag.startsWith("<?")) return;
    if (tag.startsWith("<![CDATA[")) pieces.push({ is: "text", text: tag.slice(9, -3) });
    else if (tag.startsWith("<!")) throw new FileRefused("document-type");
    else if (tag.startsWith("</")) {
      this.depth -= 1;
      pieces.push({ is: "close", name: nameOf(tag, 2) });
    } else {
      const isClosed = tag.endsWith("/>");
      if (!isClosed) this.depth += 1;
      if (this.depth > DEEPEST || this.depth < 0) throw new FileRefused("broken-workbook");
      pieces.push({ is: "open", name: nameOf(tag, 1), tag, isClosed });
    }
  }
}

const LONGEST_PIECE = 200_000;
const DEEPEST = 64;
/** A table of 20,000 rows and 60 columns has half as many. */
const MOST_TAGS = 10_000_000;

/** The position after the tag that begins at `start`; -1 while it is incomplete. */
function limitEnd(text: string, start: number): number {
  if (text.startsWith("<!--", start)) return behind(text, "-->", start);
  if (text.startsWith("<![CDATA[", start)) return behind(text, "]]>", start);
  // Too short to tell which kind it is.
  if (text.length - start < 9 && text[start + 1] === "!")
    return text.includes(">", start) ? behind(text, ">", start) : -1;
  // A > within quotation marks doesn't end the tag. Each character is read only once.
  let quote = "";
  for (let from = start; ;) {
    const end = text.indexOf(">", from);
    if (end < 0) return -1;
    quote = quoteAt(text, from, end, quote);
    if (quote === "") return end + 1;
    from = end + 1;
  }
}

const behind = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
};

/** The quotation mark that is open at `to`, if any. */
function quoteAt(text: string, from: number, to: number, open: string): string {
  let quote = open;
  for (let at = from; at < to; at += 1) {
    const letter = text[at] ?? "";
    if (quote === "") {
      if (letter === '"' || letter === "'") quote = letter;
    } else if (letter === quote) quote = "";
  }
  return quote;
}

/** Without the namespace prefix. */
const nameOf = (tag: string, from: number): string =>
  /^[^\s/>]*/.exec(tag.slice(from))?.[0].replace(/^.*:/, "") ?? "";

function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&\s]{0,10});?/g, (_whole, name: string) => {
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
    if (number) {
      const code = number[1] === undefined ? Number(number[2]) : parseInt(number[1], 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
    }
    const letter = ENTITIES[name];
    if (letter === undefined) throw new FileRefused("document-type");
    return letter;
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(work: () => string): string {
  try {
    return work();
  } catch {
    throw new FileRefused("broken-workbook");
  }
}
