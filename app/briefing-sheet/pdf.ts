// The sheet as a PDF, drawn by PDFKit with the pages' fonts embedded. The same sheet gives the same bytes:
// its dates are the moment's, and its file ID is derived from them.
import type Doc from "pdfkit";
import type { OnePage } from "@/components/unresolved/briefing/sheet-view";
import type { Instant } from "@/lib/domain/base/day";
import { currentLanguage } from "@/lib/i18n/reader";
import { fontName, pdfFonts, runsOf } from "./fonts";
import { sheetMarks } from "./marks";
import { SHEET_HEIGHT, SHEET_WIDTH, type PaperMark, type Tone } from "./paper";

/** A4 in points, for a page drawn in CSS pixels. */
const [A4_WIDTH, A4_HEIGHT] = [595.28, 841.89];

const INKS: Record<Tone, string> = {
  ink: "#14202e",
  muted: "#4a5767",
  rule: "#d5dae1",
  alarm: "#a3281e",
  tint: "#fbe4e2",
};

export async function sheetPdf(sheet: OnePage, moment: Instant): Promise<Uint8Array> {
  const { default: PDFDocument } = await import("pdfkit");
  const at = new Date(moment);
  const doc = new PDFDocument({
    size: [A4_WIDTH, A4_HEIGHT],
    margin: 0,
    lang: currentLanguage(),
    info: { Title: sheet.headline, Author: sheet.marking, CreationDate: at, ModDate: at },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    doc.on("data", (chunk) => chunks.push(chunk));
    doc.on("end", () => resolve());
    doc.on("error", reject);
  });
  for (const [name, file] of await pdfFonts()) doc.registerFont(name, file);

  const widthOf = (words: string, size: number, bold: boolean): number =>
    runsOf(words).reduce(
      (sum, [script, run]) => sum + doc.font(fontName(script, bold)).fontSize(size).widthOfString(run),
      0,
    );
  doc.scale(A4_WIDTH / SHEET_WIDTH, A4_HEIGHT / SHEET_HEIGHT);
  for (const mark of sheetMarks(sheet, widthOf)) draw(doc, mark, widthOf);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

function draw(
  doc: Doc,
  mark: PaperMark,
  widthOf: (words: string, size: number, bold: boolean) => number,
): void {
  if (mark.is === "text") {
    const { x, y, words, size, bold, tone, end } = mark;
    let at = end ? x - widthOf(words, size, bold) : x;
    doc.fillColor(INKS[tone]);
    for (const [script, run] of runsOf(words)) {
      doc.font(fontName(script, bold)).fontSize(size);
      doc.text(run, at, y, { lineBreak: false, baseline: "alphabetic" });
      at += doc.widthOfString(run);
    }
    return;
  }
  if (mark.is === "line") {
    const [[x, y] = [0, 0], ...others] = mark.d;
    doc.moveTo(x, y);
    for (const [toX, toY] of others) doc.lineTo(toX, toY);
    doc.lineWidth(mark.width);
    stroke(doc, mark.tone, mark.dashed === true);
    return;
  }
  const { x, y, w, h, fill, stroke: line, dashed } = mark;
  if (fill) doc.rect(x, y, w, h).fill(INKS[fill]);
  if (!line) return;
  doc.rect(x, y, w, h).lineWidth(line === "alarm" ? 1.6 : 1);
  stroke(doc, line, dashed === true);
}

function stroke(doc: Doc, tone: Tone, dashed: boolean): void {
  if (dashed) doc.dash(2.5, { space: 2 });
  doc.stroke(INKS[tone]);
  if (dashed) doc.undash();
}
