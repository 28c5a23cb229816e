import { Glyph } from "@/components/ui/marks/glyph";
import { StageRing } from "@/components/ui/marks/stage-ring";
import { LADDER } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import type { CoverageFigures } from "./figures";

const t = translator("coverage");
const domain = translator("domain");

export function CoverageLegend({
  figures: { ramp, shading, positionsWithout, declined },
}: {
  figures: CoverageFigures;
}) {
  return (
    <dl
      className="legend flex flex-wrap justify-between gap-y-3 gap-x-6 pb-4 max-xl:justify-start"
      aria-label={t("legend.label")}
    >
      <div>
        <dt>{t("legend.ramp")}</dt>
        <dd className="flex">
          {ramp.map(({ from, to, cells }, step) => (
            <span key={step} className="-mr-px grid min-w-9 text-center">
              <span className={`swatch w-auto px-1 whitespace-nowrap ramp-${step}`}>
                <b>{from === to ? from : `${from}–${to}`}</b>
              </span>
              <span className="text-caption text-muted">{cells}</span>
            </span>
          ))}
        </dd>
        {shading === null ? null : (
          <dd className="max-w-md text-caption text-muted">{t("legend.finding", { ...shading })}</dd>
        )}
      </div>
      <div>
        <dt>{t("legend.stages")}</dt>
        <dd className="flex flex-wrap items-center gap-y-1 gap-x-3 min-h-6">
          {LADDER.map((stage) => (
            <span key={stage} className="status-mark">
              <StageRing stage={stage} />
              {domain(`stage.${stage}`)}
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t("legend.positions")}</dt>
        <dd className="flex flex-wrap items-center gap-y-1 gap-x-3 min-h-6">
          <span className="status-mark">
            <span className="swatch no-pledge w-6.5 h-5">
              <i className="hatch" />
            </span>
            {t("legend.none", { count: positionsWithout })}
          </span>
          <span className="status-mark">
            <span className="swatch w-6.5 h-5">
              <Glyph name="search" size={12} />
            </span>
            {t("legend.searched")}
          </span>
          <span className="status-mark">
            <span className="swatch w-6.5 h-5">
              <Glyph name="declined" />
            </span>
            {t("legend.declined", { count: declined })}
          </span>
          <span className="status-mark">
            <span className="swatch w-6.5 h-5">·</span>
            {t("legend.notExpected")}
          </span>
        </dd>
      </div>
    </dl>
  );
}
