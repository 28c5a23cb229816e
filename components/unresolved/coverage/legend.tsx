import { Glyph } from "@/components/ui/marks/glyph";
import { StageRing } from "@/components/ui/marks/stage-ring";
import { LADDER } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import type { CoverageFigures } from "./figures";

const t = translator("coverage");
const domain = translator("domain");

export function CoverageLegend({
  figures: { ramp, positionsWithout, declined },
}: {
  figures: CoverageFigures;
}) {
  return (
    <dl className="legend" aria-label={t("legend.label")}>
      <div className="lg-ramp">
        <dt>{t("legend.ramp")}</dt>
        <dd>
          {ramp.map((_, step) => (
            <span key={step} className={`st u${step}`}>
              <b>{step === ramp.length - 1 ? t("legend.more", { step }) : step}</b>
            </span>
          ))}
        </dd>
        <dd className="cnt">
          {ramp.map((count, step) => (
            <span key={step}>{count}</span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t("legend.stages")}</dt>
        <dd className="rings">
          {LADDER.map((stage) => (
            <span key={stage} className="mk">
              <StageRing stage={stage} />
              {domain(`stage.${stage}`)}
            </span>
          ))}
        </dd>
      </div>
      <div className="lg-pos">
        <dt>{t("legend.positions")}</dt>
        <dd className="rings">
          <span className="mk">
            <span className="st no">
              <i className="hatch" />
            </span>
            {t("legend.none", { count: positionsWithout })}
          </span>
          <span className="mk">
            <span className="st">
              <Glyph name="search" size={12} />
            </span>
            {t("legend.searched")}
          </span>
          <span className="mk">
            <span className="st">
              <Glyph name="declined" />
            </span>
            {t("legend.declined", { count: declined })}
          </span>
          <span className="mk">
            <span className="st">·</span>
            {t("legend.notExpected")}
          </span>
        </dd>
      </div>
    </dl>
  );
}
