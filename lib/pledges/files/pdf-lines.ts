// A PDF's lines, read in a separate process.
import "server-only";
import type { PageLine } from "@/lib/domain/passages/page-text";
import { LONGEST_SOURCE_TEXT } from "@/lib/domain/pledge/source";
import { READING, readInOwnProcess, type ProcessLimits } from "./own-process";

export interface PdfLines {
  pages: PageLine[][];
  /** The total number of pages; more than were read if there are too many, or too much text. */
  of: number;
}

export type PdfFault = "locked" | "broken" | "too-much";

interface PdfLimits extends ProcessLimits {
  pages: number;
}
export const READING_PDF: PdfLimits = { ...READING, pages: 1_000 };

export async function pdfLines(place: string, limits = READING_PDF): Promise<PdfLines | PdfFault> {
  const program = {
    file: "read-pdf.mjs",
    libraries: ["unpdf"],
    args: [limits.pages, LONGEST_SOURCE_TEXT],
  };
  const answer = await readInOwnProcess(program, place, limits);
  if (answer === null) return "too-much";
  try {
    const read = JSON.parse(answer) as PdfLines | { fault: PdfFault };
    return "fault" in read ? read.fault : read;
  } catch {
    return "broken";
  }
}
