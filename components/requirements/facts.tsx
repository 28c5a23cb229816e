import { asOfHref } from "@/components/ui/address/as-of-href";
import { NotStated } from "@/components/ui/not-stated";
import { dayOf } from "@/lib/domain/base/day";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { quantityWords } from "@/lib/i18n/words/domain-words";
import { amountWords, neededByWords } from "@/lib/i18n/words/requirement-words";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

const t = translator("requirements");
const domain = translator("domain");

export function RequirementFacts({
  sheet: { requirement, coverage },
  names,
  timeZone,
}: {
  sheet: RequirementDetails;
  names: Readonly<Record<string, string>>;
  timeZone: string;
}) {
  const { lead, quantity } = requirement;
  return (
    <section className="max-md:mt-8 max-md:pb-0 max-md:first:-order-1" aria-labelledby="facts">
      <h2 id="facts">{t("facts")}</h2>
      <dl data-short="" className="facts border-t border-t-rule">
        <dt>{t("fact.capability")}</dt>
        <dd>{domain(`contributionKind.${requirement.capability}`)}</dd>
        <dt>{t("fact.priority")}</dt>
        <dd>
          {requirement.priority} {domain(`priority.${requirement.priority}`)}
        </dd>
        <dt>{t("fact.domain")}</dt>
        <dd>{domain(`domain.${requirement.domain}`)}</dd>
        <dt>{t("fact.location")}</dt>
        <dd>{domain(`location.${requirement.location}`)}</dd>
        <dt>{t("fact.need")}</dt>
        <dd>{quantity ? quantityWords(quantity) : amountWords(coverage.need, coverage.measure)}</dd>
        <dt>{t("fact.neededBy")}</dt>
        <dd>{neededByWords(requirement.neededBy)}</dd>
        <dt>{t("fact.criticality")}</dt>
        <dd>
          {requirement.criticality} {domain(`criticality.${requirement.criticality}`)}
        </dd>
        <dt>{t("fact.lead")}</dt>
        <dd>
          {lead === null ? (
            <NotStated>{t("leadNone")}</NotStated>
          ) : (
            <a href={asOfHref(`/participants/${lead}`)}>{names[lead] ?? lead}</a>
          )}
        </dd>
        <dt>{t("fact.recorded")}</dt>
        <dd>{dayInWords(dayOf(requirement.createdAt, timeZone))}</dd>
      </dl>
    </section>
  );
}
