// The sheet as a PDF, drawn by PDFKit with the pages' fonts embedded. The same sheet gives the same bytes:
// its dates are the moment's, and its file ID is derived from them.
import { readFile } from "node:fs/promises";
import path from "node:path";
import type Doc from "pdfkit";
import type { OnePage } from "@/components/unresolved/briefing/sheet-view";
import type { Instant } from "@/lib/domain/base/day";
import { currentLanguage } from "@/lib/i18n/reader";
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
  for (const [script] of SCRIPTS)
    for (const weight of [400, 600]) doc.registerFont(`${script}-${weight}`, await fontFile(script, weight));

  const widthOf = (words: string, size: number, bold: boolean): number =>
    runsOf(words).reduce(
      (sum, [script, run]) =>
        sum +
        doc
          .font(`${script}-${bold ? 600 : 400}`)
          .fontSize(size)
          .widthOfString(run),
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
      doc.font(`${script}-${bold ? 600 : 400}`).fontSize(size);
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

/** One font file for each writing system. A character that none has is drawn with the first. */
const SCRIPTS = [
  [
    "latin",
    /[\u0020-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2212]/u,
  ],
  ["latin-ext", /[\u0100-\u02ba\u02bd-\u02ff\u1e00-\u1eff\u20a0-\u20c0]/u],
  ["cyrillic", /[\u0301\u0400-\u045f\u0490\u0491\u2116]/u],
] as const;
type Script = (typeof SCRIPTS)[number][0];

function runsOf(words: string): [Script, string][] {
  const runs: [Script, string][] = [];
  for (const letter of words) {
    const script = SCRIPTS.find(([, letters]) => letters.test(letter))?.[0] ?? "latin";
    const last = runs.at(-1);
    if (last && (last[0] === script || letter === " ")) last[1] += letter;
    else runs.push([script, letter]);
  }
  return runs;
}

const fontFile = (script: Script, weight: number): Promise<Buffer> =>
  readFile(
    path.join(
      process.cwd(),
      "node_modules/@fontsource/source-sans-3/files",
      `source-sans-3-${script}-${weight}-normal.woff`,
    ),
  );
