// The tags and texts of an XML file, one after the other, as its bytes come. No document type, no entities but the five, no
// tag without end: whatever could make a small file large is refused.
import "server-only";
import { FileRefused } from "./file-refused";

export type XmlPiece =
  | { is: "open"; name: string; tag: string; isClosed: boolean }
  | { is: "close"; name: string }
  | { is: "text"; text: string };

export async function* xmlPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<XmlPiece[]> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const scanner = new Scanner();
  for await (const chunk of bytes) yield scanner.take(decoded(() => decoder.decode(chunk, { stream: true })));
  yield scanner.take(decoded(() => decoder.decode()));
  scanner.end();
}

/** One attribute's value; null where the tag hasn't got it. */
export function attribute(tag: string, name: string): string | null {
  const match = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match ? unescaped(match[1] ?? match[2] ?? "") : null;
}

class Scanner {
  private left = "";
  private depth = 0;

  take(chunk: string): XmlPiece[] {
    const text = this.left + chunk;
    const pieces: XmlPiece[] = [];
    let at = 0;
    for (;;) {
      const start = text.indexOf("<", at);
      if (start < 0) break;
      const end = endOf(text, start);
      if (end < 0) break;
      if (start > at) pieces.push({ is: "text", text: unescaped(text.slice(at, start)) });
      this.tag(text.slice(start, end), pieces);
      at = end;
    }
    // A text's end isn't known before the next tag; one that goes on for so long is no cell.
    this.left = text.slice(at);
    if (this.left.length > LONGEST_PIECE) throw new FileRefused("broken-workbook");
    return pieces;
  }

  end(): void {
    if (this.depth !== 0 || this.left.includes("<")) throw new FileRefused("broken-workbook");
  }

  private tag(tag: string, pieces: XmlPiece[]): void {
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

/** Behind the tag that begins at `start`; -1 while it isn't all there. */
function endOf(text: string, start: number): number {
  if (text.startsWith("<!--", start)) return behind(text, "-->", start);
  if (text.startsWith("<![CDATA[", start)) return behind(text, "]]>", start);
  // Not known yet which of them it is.
  if (text.length - start < 9 && text[start + 1] === "!")
    return text.includes(">", start) ? behind(text, ">", start) : -1;
  // Each character once: a tag may be made of nothing but ends in quotes.
  for (let at = start + 1; ;) {
    ENDING.lastIndex = at;
    const found = ENDING.exec(text);
    if (!found) return -1;
    const [sign] = found;
    if (sign === ">") return found.index + 1;
    const close = text.indexOf(sign, found.index + 1);
    if (close < 0) return -1;
    at = close + 1;
  }
}

const ENDING = /[>"']/g;

const behind = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
};

/** Without the prefix of a namespace. */
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
