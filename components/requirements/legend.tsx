import { STRENGTHS } from "@/lib/domain/requirements/strength-figures";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");
const domain = translator("domain");

/** The meaning of the bars, in the same words as on the page Definitions. */
export function RequirementsLegend() {
  return (
    <dl
      className="grid grid-cols-[1fr_1fr] gap-y-1 gap-x-8 pb-3 border-b border-b-rule-strong max-xs:grid-cols-1"
      aria-label={t("legend")}
    >
      {STRENGTHS.map((strength) => (
        <div className="flex gap-2" key={strength}>
          <dt className="flex items-center whitespace-nowrap flex-none gap-2 w-28 font-semibold">
            <i className={`relative flex-none w-6 h-2 ${strength}`} />
            {domain(`strength.${strength}`)}
          </dt>
          <dd className="text-muted">{domain(`strengthMeaning.${strength}`)}</dd>
        </div>
      ))}
      <div className="flex gap-2">
        <dt className="flex items-center whitespace-nowrap flex-none gap-2 w-28 font-semibold">
          {t("plus")}
        </dt>
        <dd className="text-muted">{t("plusMeaning")}</dd>
      </div>
    </dl>
  );
}
