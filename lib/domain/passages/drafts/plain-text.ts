/**
 * The same text, place by place, with one kind of blank and of apostrophe. A line break within a sentence counts as a
 * blank; list markers of all kinds become "•".
 */
export const plainText = (text: string): string =>
  text
    .replace(/[\u00a0\u2000-\u200a\u202f\t\r]/g, " ")
    .replace(/[’ʼ‘]/g, "'")
    // "… mois. » Des": the quote ends with its sentence.
    .replace(/([.!?…]) »/g, "$1» ")
    .replace(/« /g, " «")
    .replace(MARKERS, (whole, lead: string, marker: string) => `${lead}•${" ".repeat(marker.length - 1)}`)
    .replace(ITEM_WITHOUT_MARK, ROW_BREAK)
    .replace(BLOCK, (block) => (isTable(block.split("\n")) ? block.replaceAll("\n", ROW_BREAK) : block))
    .replace(/(?<!\n)\n(?! *\n| *•)/g, (_, place: number, all: string) =>
      /[.:;!?»”"]\s?$|^\s*$/u.test(all.slice(Math.max(0, place - 2), place)) || isHeading(all, place)
        ? "\n"
        : " ",
    );

/** A short line right above a paragraph. */
function isHeading(all: string, end: number): boolean {
  const start = all.lastIndexOf("\n", end - 1) + 1;
  const isFirst = start === 0 || all[start - 2] === "\n";
  return isFirst && end - start < 50 && /^\p{Lu}[^\n]{80}/u.test(all.slice(end + 1, end + 90));
}

const MARKERS =
  /((?:^|\n) {0,8})((?:(?:[-–—•*▪◦·‣●○▫◾▶►→]|\p{Extended_Pictographic}|\p{RI}{2}(?= ?\p{L})|\d\u{fe0f}?\u{20e3})\u{fe0f}?(?= |(?<=\p{RI}))|\(?(?:\d{1,2}|\p{Ll}|[ivx]{1,4})\)(?= )|\d{1,2}\.(?= \p{L})))/gu;

/** Before each line of a block whose lines are no sentences: "New\nTraining: 40 instructors\nMoney: CZK 2 billion". */
export const ROW_BREAK = "\u2028";
/** "Canada will:", then lines that begin small, each up to its semicolon. */
const ITEM_WITHOUT_MARK = /(?<=[:;] ?\n?)\n(?=\p{Ll})/gu;
const BLOCK = /(?<=^|\n\s{0,9}\n)[^\n•][^\n]{0,109}(?:\n[^\n•][^\n]{0,159}){1,40}(?=\s*$|\n\s*\n)/gu;
const isTable = (lines: readonly string[]): boolean =>
  lines.every((line) => /^[\p{Lu}\d$€£]/u.test(line)) &&
  lines.filter((line) => /[.,;!?…»”"]\s*$/u.test(line)).length * 4 < lines.length &&
  lines.some((line) => /\d/u.test(line) || line.includes(":") || lines.length > 2);
