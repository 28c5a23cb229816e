import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "./glyph";

export type Family = "neutral" | "moving" | "waiting" | "blocked" | "done";

/** A status as glyph and word. `strong` colours the word, too. */
export function StatusMark({
  glyph,
  family,
  strong = false,
  children,
}: {
  glyph: GlyphName;
  family?: Family;
  strong?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={strong && family ? `status-mark text-${family}-ink` : "status-mark"}>
      <Glyph name={glyph} {...(family && !strong ? { className: `text-${family}` } : {})} />
      {children}
    </span>
  );
}
