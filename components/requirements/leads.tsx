import { asOfHref } from "@/components/ui/address/as-of-href";
import { leadsByComponent } from "@/lib/domain/requirements/requirement-coverage";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { domainWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";
import { Fact, SideFacts } from "@/components/ui/page/facts";

const t = translator("requirements");

export function Leads({
  requirements,
  names,
}: {
  requirements: readonly RequirementDetails[];
  names: Readonly<Record<string, string>>;
}) {
  const components = [...leadsByComponent(requirements.map(({ requirement }) => requirement))];
  if (components.length === 0) return null;
  return (
    <SideFacts id="leads" title={t("leads")} lead={<p className="text-muted mb-4">{t("leadsText")}</p>}>
      {components.map(([component, leads]) => (
        <Fact key={component} name={domainWords(component)}>
          {[...leads].map(([lead, references]) => (
            <p key={lead ?? ""}>
              {lead === null ? (
                <span className="not-stated">{t("leadNobody")}</span>
              ) : (
                <a href={asOfHref(`/participants/${lead}`)}>{names[lead] ?? lead}</a>
              )}{" "}
              <span className="text-muted">{references.join(", ")}</span>
            </p>
          ))}
        </Fact>
      ))}
    </SideFacts>
  );
}
