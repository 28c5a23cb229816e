/** The same text, place by place, with one kind of blank and of apostrophe; a single line break counts as a blank. */
export const plainText = (text: string): string =>
  text
    .replace(/[\u00a0\u2000-\u200a\u202f\t]/g, " ")
    .replace(/[’ʼ‘]/g, "'")
    .replace(/(?<!\n)\n(?!\s*\n|\s*[-–•*\d])/g, " ");
