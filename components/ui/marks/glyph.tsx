import type { GLYPHS } from "./glyph-sprite";

export type GlyphName = keyof typeof GLYPHS;

/** Decoration: a word is always next to it, or the control around it has the label. */
export function Glyph({
  name,
  size = 16,
  className,
}: {
  name: GlyphName;
  size?: 12 | 16 | 20;
  className?: string;
}) {
  return (
    <svg width={size} height={size} aria-hidden="true" className={className}>
      <use href={`#g-${name}`} />
    </svg>
  );
}
