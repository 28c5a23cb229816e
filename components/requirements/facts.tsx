import { asOfHref } from "@/components/ui/address/as-of-href";
import { NotStated } from "@/components/ui/not-stated";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { quantityWords } from "@/lib/i18n/words/domain-words";
import { amountWords, neededByWords } from "@/lib/i18n/words/requirement-words";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";
import { Fact } from "@/components/ui/page/facts";

const t = translator("requirements");
const domain = translator("domain");

export function RequirementFacts({
  details: { requirement, coverage },
  names,
}: {
  details: RequirementDetails;
  names: Readonly<Record<string, string>>;
}) {
  const { lead, quantity } = requirement;
  return (
    <section className="max-md:mt-8 max-md:pb-0 max-md:first:-order-1" aria-labelledby="facts">
      <h2 id="facts">{t("facts")}</h2>
      <dl data-short="" className="facts border-t border-t-rule">
        <Fact name={t("fact.capability")}>{domain(`contributionKind.${requirement.capability}`)}</Fact>
        <Fact name={t("fact.priority")}>
          {requirement.priority} {domain(`priority.${requirement.priority}`)}
        </Fact>
        <Fact name={t("fact.domain")}>{domain(`domain.${requirement.domain}`)}</Fact>
        <Fact name={t("fact.location")}>{domain(`location.${requirement.location}`)}</Fact>
        <Fact name={t("fact.need")}>
          {quantity ? quantityWords(quantity) : amountWords(coverage.need, coverage.measure)}
        </Fact>
        <Fact name={t("fact.neededBy")}>{neededByWords(requirement.neededBy)}</Fact>
        <Fact name={t("fact.criticality")}>
          {requirement.criticality} {domain(`criticality.${requirement.criticality}`)}
        </Fact>
        <Fact name={t("fact.lead")}>
          {lead === null ? (
            <NotStated>{t("leadNone")}</NotStated>
          ) : (
            <a href={asOfHref(`/participants/${lead}`)}>{names[lead] ?? lead}</a>
          )}
        </Fact>
        <Fact name={t("fact.recorded")}>{dayInWords(registerDay(requirement.createdAt))}</Fact>
      </dl>
    </section>
  );
}
