import type { SheetDrawing } from "./sheet-view";

const [WIDTH, BOX, HEIGHT, GAP, STEP] = [334, 140, 46, 42, 19];

/** One box, or two that wait for each other, and who waits behind them; dashed where it is our reading. */
export function SheetDrawn({ drawing }: { drawing: SheetDrawing }) {
  const { boxes, between, waiting } = drawing;
  const tall = Math.max(boxes.length * (HEIGHT + GAP) - GAP, waiting.length * STEP) + 8;
  return (
    <svg
      className="graph"
      viewBox={`0 -4 ${WIDTH} ${tall}`}
      width={WIDTH}
      height={tall}
      role="img"
      aria-label={labelOf(drawing)}
    >
      {boxes.map(({ title, below }, place) => {
        const y = place * (HEIGHT + GAP);
        return (
          <g key={title} className="gbox shut">
            <rect className="gface" x="1" y={y} width={BOX} height={HEIGHT} />
            <text className="gbold" x="10" y={y + 20}>
              {title.length > 20 ? `${title.slice(0, 19)}…` : title}
            </text>
            <text className="gref" x="10" y={y + 37}>
              {below}
            </text>
          </g>
        );
      })}
      {boxes.length === 2 ? (
        <>
          <path
            className="gline shut"
            d={`M28 ${HEIGHT}v${GAP}m-4 -5l4 5l4 -5M${BOX - 28} ${HEIGHT + GAP}v-${GAP}m-4 5l4 -5l4 5`}
          />
          <text className="gsub" x="38" y={HEIGHT + GAP / 2 + 4}>
            {between}
          </text>
        </>
      ) : null}
      {waiting.map(({ words, isInferred }, place) => {
        const [from, to] = [6 + place * 5, 8 + place * STEP];
        return (
          <g key={words}>
            <path
              className={isInferred ? "gline shut ours" : "gline shut"}
              d={`M${BOX} ${from}h30L${BOX + 40} ${to}h6`}
            />
            <text x={BOX + 52} y={to + 4}>
              {words}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const labelOf = ({ boxes, between, waiting }: SheetDrawing): string =>
  [...boxes.map(({ title, below }) => `${title} ${below}`.trim()), ...(boxes.length === 2 ? [between] : [])]
    .concat(waiting.map(({ words }) => words))
    .join(", ");
