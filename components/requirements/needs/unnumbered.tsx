import { asOfHref } from "@/components/ui/address/as-of-href";
import { StageRing } from "@/components/ui/marks/stage-ring";
import type { RequirementCoverage } from "@/lib/domain/requirements/requirement-coverage";
import { translator } from "@/lib/i18n/translator";
import { saidBy } from "../notes";

const t = translator("requirements");

/** More of them are in the fold. */
const SHOWN = 3;

interface Given {
  coverage: RequirementCoverage;
  names: Readonly<Record<string, string>>;
}

/** Offers that count and have no number: boxes next to the scale, since they have no place on it. */
export function Unnumbered({ coverage, names }: Given) {
  const all = coverage.offers.filter(
    ({ counts, span, isSealed }) => counts !== null && span === null && !isSealed,
  );
  if (all.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-caption">
      <span className="text-muted">{t("drawn.unnumbered")}</span>
      {all.slice(0, SHOWN).map((one) => (
        <a
          key={one.offer.id}
          className="inline-flex min-h-6 items-center gap-1.5 rounded-sm border border-dashed border-waiting px-1.5 text-waiting-ink"
          href={asOfHref(`/pledges/${one.pledge.reference}`)}
        >
          <StageRing stage={one.pledge.stage} />
          {saidBy(names[one.pledge.participant] ?? one.pledge.participant, one)}
        </a>
      ))}
      {all.length > SHOWN ? (
        <span className="text-muted">{t("drawn.more", { count: all.length - SHOWN })}</span>
      ) : null}
    </div>
  );
}
