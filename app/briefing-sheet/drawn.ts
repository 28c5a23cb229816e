// Draws what holds the most back.
import type { OnePage } from "@/components/unresolved/briefing/sheet-view";
import { HALF, LEFT, partTitle, type MarkedPage } from "./paper";

export function drawGraph(page: MarkedPage, { drawing: drawn }: OnePage, y: number): number {
  if (drawn === null) return y - 14;
  const from = partTitle(page, drawn.title, drawn.note, LEFT, y) + 8;
  const [width, height, gap] = [140, 46, 42];
  drawn.boxes.forEach(({ title: words, below }, place) => {
    const top = from + place * (height + gap);
    page.marks.push({ is: "box", x: LEFT, y: top, w: width, h: height, fill: "tint", stroke: "alarm" });
    page.text(LEFT + 9, top + 19, page.wrapped(words, width - 16, 1, 10, true)[0] ?? "", {
      size: 10,
      bold: true,
    });
    page.text(LEFT + 9, top + 35, page.wrapped(below, width - 16, 1, 9.5)[0] ?? "", {
      size: 9.5,
      tone: "muted",
    });
  });
  if (drawn.boxes.length === 2) {
    arrow(page, LEFT + 28, from + height, from + height + gap);
    arrow(page, LEFT + width - 28, from + height + gap, from + height);
    const [said = ""] = page.wrapped(drawn.between, width - 72, 1, 9, true);
    page.text(LEFT + 40, from + height + gap / 2 + 4, said, { size: 9, bold: true, tone: "alarm" });
  }
  const step = 19;
  drawn.waiting.forEach(({ words, isInferred }, place) => {
    const at = from + 8 + place * step;
    const begin = from + 6 + place * 5;
    page.marks.push({
      is: "line",
      d: [
        [LEFT + width, begin],
        [LEFT + width + 30, begin],
        [LEFT + width + 40, at],
        [LEFT + width + 46, at],
      ],
      width: 1.2,
      tone: "alarm",
      ...(isInferred ? { dashed: true as const } : {}),
    });
    page.text(LEFT + width + 52, at + 4, page.wrapped(words, HALF - width - 52, 1, 10)[0] ?? "", {
      size: 10,
    });
  });
  return Math.max(from + drawn.boxes.length * (height + gap) - gap, from + drawn.waiting.length * step) + 8;
}

function arrow(page: MarkedPage, x: number, from: number, to: number): void {
  const back = to > from ? -5 : 5;
  page.marks.push(
    {
      is: "line",
      d: [
        [x, from],
        [x, to],
      ],
      width: 1.8,
      tone: "alarm",
    },
    {
      is: "line",
      d: [
        [x - 4, to + back],
        [x, to],
        [x + 4, to + back],
      ],
      width: 1.8,
      tone: "alarm",
    },
  );
}
