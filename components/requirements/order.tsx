import { asOfHref } from "@/components/ui/address/as-of-href";
import { REQUIREMENT_SORTS } from "@/lib/domain/requirements/requirement-coverage";
import { translator } from "@/lib/i18n/translator";
import { requirementsHref, type RequirementsView } from "./view";

const t = translator("requirements");

export function Order({ view }: { view: RequirementsView }) {
  return (
    <header>
      <h2 id="by-requirement">{t("byRequirement")}</h2>
      <nav className="segments max-md:overflow-x-auto" aria-label={t("order")}>
        {REQUIREMENT_SORTS.map((sort) => (
          <a
            className="max-md:px-2.25"
            key={sort}
            href={asOfHref(requirementsHref({ ...view, sort }))}
            {...(sort === view.sort ? { "aria-current": "true" as const } : {})}
          >
            {t(`sort.${sort}`)}
          </a>
        ))}
      </nav>
    </header>
  );
}
