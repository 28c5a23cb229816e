import { asOfHref } from "@/components/ui/address/as-of-href";
import { leadsByComponent } from "@/lib/domain/requirements/requirement-coverage";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { domainWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");

export function Leads({
  sheets,
  names,
}: {
  sheets: readonly RequirementDetails[];
  names: Readonly<Record<string, string>>;
}) {
  const components = [...leadsByComponent(sheets.map(({ requirement }) => requirement))];
  if (components.length === 0) return null;
  return (
    <section
      className="max-md:first:order-0 max-md:mt-8 max-md:pb-0 max-md:first:-order-1"
      aria-labelledby="leads"
    >
      <h2 id="leads">{t("leads")}</h2>
      <p className="text-muted mb-4">{t("leadsText")}</p>
      <dl className="facts border-t border-t-rule">
        {components.map(([component, leads]) => (
          <div key={component} className="contents">
            <dt>{domainWords(component)}</dt>
            <dd>
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
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
