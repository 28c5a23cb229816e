// The main text of a web page saved from a browser, and what the page says about itself. Read in a separate
// process.
import "server-only";
import { mainTextOf, type WebPage } from "@/lib/domain/passages/web-page";
import { proposedBy } from "@/lib/domain/passages/web-page-source";
import type { ReadFile } from "@/lib/domain/pledge/file";
import { LONGEST_SOURCE_TEXT } from "@/lib/domain/pledge/source";
import { READING, readInOwnProcess } from "./own-process";

export async function htmlText(place: string, limits = READING): Promise<ReadFile | "too-much"> {
  const program = {
    file: "html/read-html.mjs",
    libraries: ["parse5", "entities"],
    args: [TIMES_THE_TEXT * LONGEST_SOURCE_TEXT],
  };
  const answer = await readInOwnProcess(program, place, limits);
  if (answer === null) return "too-much";
  const page = JSON.parse(answer) as WebPage;
  const main = mainTextOf(page);
  return { text: main.text, whole: page.whole, proposed: proposedBy(page, main) };
}

/** The main text may come after a lot of other text. */
const TIMES_THE_TEXT = 10;
