import { asOfHref } from "@/components/ui/address/as-of-href";
import { REQUIREMENT_SORTS } from "@/lib/domain/requirements/requirement-coverage";
import { translator } from "@/lib/i18n/translator";
import { Segments } from "@/components/ui/address/switches";
import { requirementsHref, type RequirementsView } from "./view";

const t = translator("requirements");

export function Order({ view }: { view: RequirementsView }) {
  return (
    <header>
      <h2 id="by-requirement">{t("byRequirement")}</h2>
      <Segments
        label={t("order")}
        views={REQUIREMENT_SORTS.map((sort) => ({
          href: asOfHref(requirementsHref({ ...view, sort })),
          words: t(`sort.${sort}`),
          isCurrent: sort === view.sort,
        }))}
      />
    </header>
  );
}
