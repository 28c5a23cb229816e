import { STRENGTHS } from "@/lib/domain/requirements/strength-figures";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");
const domain = translator("domain");

/** The meaning of the bars, in the same words as on the page Definitions. */
export function RequirementsLegend() {
  return (
    <dl className="rleg" aria-label={t("legend")}>
      {STRENGTHS.map((strength) => (
        <div key={strength}>
          <dt>
            <i className={strength} />
            {domain(`strength.${strength}`)}
          </dt>
          <dd>{domain(`strengthMeaning.${strength}`)}</dd>
        </div>
      ))}
      <div>
        <dt>{t("plus")}</dt>
        <dd>{t("plusMeaning")}</dd>
      </div>
    </dl>
  );
}
