// Cuts words to a width, since SVG does not wrap text. Letter widths are estimates, too wide
// rather than too narrow.
const NARROW = /[iljtfrI.,:;'’|()[\] -]/;
const WIDE = /[mwMWЖШЩЮФжшщюфмы@—…]/;
const CAPITAL = /\p{Lu}/u;

/** In CSS pixels. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text)
    width += NARROW.test(letter) ? 0.3 : WIDE.test(letter) ? 0.82 : CAPITAL.test(letter) ? 0.62 : 0.52;
  return width * size;
}

export function fitted(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join("")}…`, size) > width) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
