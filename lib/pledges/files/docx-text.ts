// The text of a Word document as it reads: paragraphs, with insertions, without deleted or hidden text. Notes, headers
// and footers are elsewhere in the file and are left out.
import "server-only";
import { FileRefused } from "@/lib/platform/files/file-refused";
import { withoutUnseen } from "@/lib/domain/base/characters";
import { attribute, xmlPieces, type XmlPiece } from "@/lib/platform/xml";
import { documentParts, partNamed, unpacked } from "@/lib/platform/zip";

export type DocxFault = "locked" | "broken" | "too-much";

/** `most`: stops reading after this many characters. */
export async function docxText(
  place: string,
  most: number,
): Promise<{ text: string; whole: boolean } | DocxFault> {
  try {
    const part = partNamed(await documentParts(place), "word/document.xml");
    if (!part) return "broken";
    const reader = new Reader();
    for await (const pieces of xmlPieces(unpacked(place, part, LARGEST))) {
      for (const piece of pieces) reader.push(piece);
      if (reader.length > most) return { text: reader.text(), whole: false };
    }
    return { text: reader.text(), whole: true };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return FAULTS[error.code] ?? "broken";
  }
}

const LARGEST = 50_000_000;
const FAULTS: Readonly<Record<string, DocxFault>> = {
  "locked-workbook": "locked",
  "inflates-too-far": "too-much",
};

/** Content that isn't part of the text: deleted, moved elsewhere, or repeated for older programs. */
const ASIDE = new Set(["del", "moveFrom", "Fallback", "instrText", "delText"]);
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["tab", "\t"],
  ["br", "\n"],
  ["cr", "\n"],
  ["noBreakHyphen", "-"],
]);

class Reader {
  length = 0;
  private readonly paragraphs: string[] = [];
  private paragraph = "";
  private aside = 0;
  private isText = false;
  private isHidden = false;
  private isInProperties = false;

  push(piece: XmlPiece): void {
    if (piece.is === "text") {
      if (this.isText) this.write(piece.text);
    } else if (piece.is === "open") this.open(piece);
    else this.close(piece.name);
  }

  text(): string {
    this.end();
    return this.paragraphs.join("\n\n");
  }

  private open({ name, tag, isClosed }: XmlPiece & { is: "open" }): void {
    if (ASIDE.has(name) && !isClosed) this.aside += 1;
    else if (name === "r") this.isHidden = false;
    else if (name === "rPr") this.isInProperties = !isClosed;
    else if (name === "vanish" && this.isInProperties)
      this.isHidden = !/^(?:0|false|off)$/.test(attribute(tag, "val") ?? "");
    else if (name === "t") this.isText = !isClosed;
    // A paragraph's tab stops have the same element name as a tab character.
    else if (!/\b(?:val|pos)\s*=/.test(tag)) this.write(SIGNS.get(name) ?? "");
  }

  private close(name: string): void {
    if (ASIDE.has(name)) this.aside -= 1;
    else if (name === "t") this.isText = false;
    else if (name === "rPr") this.isInProperties = false;
    else if (name === "p") this.end();
  }

  private write(text: string): void {
    if (this.aside > 0 || this.isHidden) return;
    this.paragraph += text;
    this.length += text.length;
  }

  private end(): void {
    const words = withoutUnseen(this.paragraph.toWellFormed())
      .replace(/[^\P{Cc}\n\t]|\u00ad/gu, "")
      .trim();
    if (words !== "") this.paragraphs.push(words);
    this.paragraph = "";
  }
}
