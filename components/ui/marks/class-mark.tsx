// Classes of unresolved items by shape: an open corner, a stop, a half diamond, a moon.
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "./glyph";
import { StatusMark, type Family } from "./mark";

const CLASS_GLYPHS = {
  GAP: ["gap", "waiting"],
  BLOCKED: ["blocked", "blocked"],
  QUALITY: ["quality", "neutral"],
  DORMANT: ["dormant", "neutral"],
} as const satisfies Record<string, readonly [GlyphName, Family]>;

export type ItemClass = keyof typeof CLASS_GLYPHS;

export function ClassGlyph({ of }: { of: ItemClass }) {
  const [glyph, family] = CLASS_GLYPHS[of];
  return <Glyph name={glyph} className={`text-${family}`} />;
}

export function ClassMark({ of, children }: { of: ItemClass; children: ReactNode }) {
  const [glyph, family] = CLASS_GLYPHS[of];
  return (
    <StatusMark glyph={glyph} family={family}>
      {children}
    </StatusMark>
  );
}
