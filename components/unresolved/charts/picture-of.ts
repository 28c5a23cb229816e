// Saves a drawing of the page as an SVG file. Its styles are inlined, since the file has no style sheet.
const SVG = "http://www.w3.org/2000/svg";
const LOOKS = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "color",
  "visibility",
];
const [PAD, LINE] = [16, 18];

export function pictureOf(
  holder: Element,
  { title, foot }: { title: string; foot: readonly string[] },
): string {
  // Skips drawings that are folded.
  const drawings = [...holder.querySelectorAll<SVGSVGElement>("svg.chart, svg.map-drawing")].filter((one) =>
    one.checkVisibility(),
  );
  const file = document.createElementNS(SVG, "svg");
  const width = Math.max(480, ...drawings.map((one) => sizeOf(one).width));
  let y = PAD + LINE;
  const say = (words: string, bold: boolean) => {
    const text = file.appendChild(document.createElementNS(SVG, "text"));
    for (const [name, value] of [
      ["x", PAD],
      ["y", y],
      ["font-family", "Source Sans 3, Segoe UI, sans-serif"],
      ["font-size", bold ? 15 : 11],
      ["font-weight", bold ? 600 : 400],
      ["fill", getComputedStyle(holder).color],
    ] as const)
      text.setAttribute(name, String(value));
    text.textContent = words;
    y += LINE;
  };
  for (const line of broken(title, width / 7)) say(line, true);
  for (const drawing of drawings) {
    const heading = drawing.closest("li, figure, article")?.querySelector("h2, h3, figcaption")?.textContent;
    if (heading) say(heading, false);
    const copy = file.appendChild(withLooks(drawing));
    const { width: wide, height: tall } = sizeOf(drawing);
    for (const [name, value] of Object.entries({ x: PAD, y, width: wide, height: tall }))
      copy.setAttribute(name, String(value));
    y += tall + LINE;
  }
  for (const line of foot) say(line, false);
  file.setAttribute("xmlns", SVG);
  file.setAttribute("viewBox", `0 0 ${width + 2 * PAD} ${y}`);
  const ground = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: groundOf(holder) }))
    ground.setAttribute(name, value);
  file.prepend(ground);
  return new XMLSerializer().serializeToString(file);
}

/** What it refers to on the page is copied into it. */
function withLooks(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const [from, to] = [drawing, copy].map((one) => [one, ...one.querySelectorAll("*")]);
  from?.forEach((one, place) => {
    const looks = getComputedStyle(one);
    for (const name of LOOKS) to?.[place]?.setAttribute(name, looks.getPropertyValue(name));
    to?.[place]?.removeAttribute("class");
  });
  for (const use of copy.querySelectorAll("use")) {
    const meant = document.querySelector(use.getAttribute("href") ?? "#none");
    if (meant) copy.prepend(meant.cloneNode(true));
  }
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  return copy;
}

/** A drawing with places in percent is as large as it is on the page. */
const sizeOf = (drawing: SVGSVGElement): { width: number; height: number } =>
  drawing.viewBox.baseVal?.width ? drawing.viewBox.baseVal : drawing.getBoundingClientRect();

const groundOf = (holder: Element): string =>
  getComputedStyle(holder.closest(".page") ?? document.body).backgroundColor;

function broken(words: string, most: number): string[] {
  const lines = [""];
  for (const word of words.split(" ")) {
    const line = `${lines.at(-1) ?? ""} ${word}`.trim();
    if (line.length > most && lines.at(-1) !== "") lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines;
}
