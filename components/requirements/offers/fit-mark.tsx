import type { GlyphName } from "@/components/ui/marks/glyph";
import { StatusMark, type Family } from "@/components/ui/marks/mark";
import type { Fit } from "@/lib/domain/requirements/offer";
import { translator } from "@/lib/i18n/translator";

const domain = translator("domain");

const FIT_GLYPHS: Record<Fit | "NONE", [GlyphName, Family]> = {
  FULL: ["true", "done"],
  PARTIAL: ["quality", "neutral"],
  NEAR_MISS: ["gap", "waiting"],
  NONE: ["unknown", "neutral"],
};

export function FitMark({ fit }: { fit: Fit | null }) {
  const [glyph, family] = FIT_GLYPHS[fit ?? "NONE"];
  return (
    <StatusMark glyph={glyph} family={family}>
      {domain(`fit.${fit ?? "NONE"}`)}
    </StatusMark>
  );
}
