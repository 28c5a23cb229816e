// A stage is a ring that fills; exits from the ladder have other shapes.
import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "./glyph";
import { StatusMark, type Family } from "./mark";

const STAGE_GLYPHS = {
  SIGNALLED: ["signalled", "neutral"],
  PLEDGED: ["pledged", "moving"],
  COMMITTED: ["committed", "moving"],
  ALLOCATED: ["allocated", "moving"],
  DELIVERING: ["delivering", "moving"],
  FULFILLED: ["fulfilled", "done"],
  DECLINED: ["declined", "neutral"],
  SUSPENDED: ["suspended", "waiting"],
  WITHDRAWN: ["withdrawn", "neutral"],
  LAPSED: ["lapsed", "neutral"],
  SUPERSEDED: ["superseded", "neutral"],
} as const satisfies Record<string, readonly [GlyphName, Family]>;

export type RingStage = keyof typeof STAGE_GLYPHS;

/** Glyph and family, for a drawing. */
export const stageLook = (stage: RingStage): readonly [GlyphName, Family] => STAGE_GLYPHS[stage];

/** The ring in the colour of its text, unless `coloured`. */
export function StageRing({
  stage,
  size = 16,
  coloured = false,
}: {
  stage: RingStage;
  size?: 16 | 20;
  coloured?: boolean;
}) {
  const [glyph, family] = STAGE_GLYPHS[stage];
  return <Glyph name={glyph} size={size} {...(coloured ? { className: `text-${family}` } : {})} />;
}

export function StageMark({ stage, children }: { stage: RingStage; children: ReactNode }) {
  const [glyph, family] = STAGE_GLYPHS[stage];
  return (
    <StatusMark glyph={glyph} family={family}>
      {children}
    </StatusMark>
  );
}
