// The five-bar glyph: one bar per priority, filled to the stage reached.

/** A rung (0 SIGNALLED to 5 FULFILLED), or why there is none. */
export type Bar = number | "suspended" | "declined" | "no-pledge" | "not-expected";

export function PriorityBars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const draw = (height: (bar: Bar) => number) => bars.map((bar, i) => column(i, height(bar))).join("");
  return (
    <svg className="bars" width="24" height="17" viewBox="0 0 19 14" role="img" aria-label={label}>
      <path className="fill-rule" d={draw((bar) => (bar === "not-expected" ? 1 : 14))} />
      <path className="fill-neutral" d={draw((bar) => (bar === 0 ? 3 : 0))} />
      <path
        className="fill-moving"
        d={draw((bar) => (typeof bar === "number" && bar > 0 ? Math.round(((bar + 1) / 6) * 14) : 0))}
      />
      <path className="fill-text" d={bars.map(sign).join("")} />
    </svg>
  );
}

export function Logo({ size = 30 }: { size?: 30 | 45 }) {
  return (
    <svg width={size} height={(size * 14) / 15} viewBox="0 0 30 28" aria-hidden="true">
      <path
        className="opacity-45 fill-control"
        d="M0 0h4.6v28H0ZM6.3 0h4.6v28H6.3ZM12.6 0h4.6v28h-4.6ZM18.9 0h4.6v28h-4.6ZM25.2 0h4.6v28h-4.6Z"
      />
      <path
        className="fill-text"
        d="M0 12h4.6v16H0ZM6.3 4h4.6v24H6.3ZM12.6 0h4.6v28h-4.6ZM18.9 18h4.6v10h-4.6ZM25.2 8h4.6v20h-4.6Z"
      />
    </svg>
  );
}

/** A dash for declined; two strokes, as in the ring of the stage, for suspended. */
function sign(bar: Bar, index: number): string {
  const x = index * 4;
  if (bar === "declined") return `M${x} 6h3v2h-3Z`;
  return bar === "suspended" ? `M${x} 4h1v6h-1ZM${x + 2} 4h1v6h-1Z` : "";
}

function column(index: number, height: number): string {
  return height === 0 ? "" : `M${index * 4} ${14 - height}h3v${height}h-3Z`;
}
