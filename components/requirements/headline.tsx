import { ChartTools, type PictureFacts } from "@/components/unresolved/charts/chart-tools";
import { linkTo } from "@/components/ui/link-to";
import { needsFinding } from "@/lib/domain/requirements/needs-finding";
import type { RequirementDetails, RequirementFigures } from "@/lib/domain/requirements/requirement-details";
import { translator } from "@/lib/i18n/translator";
import { requirementsCsvHref, requirementsHref, type RequirementsView } from "./view";

const t = translator("requirements");

/** The sentence above the list: how many are filled, and what would help the others first. */
export function RequirementsHeadline({
  figures,
  view,
}: {
  figures: RequirementFigures;
  view: RequirementsView;
}) {
  const byShortfall = requirementsHref({ ...view, sort: "shortfall" }, "by-requirement");
  return (
    <p className="headline">
      {t.rich("headline", {
        full: figures.filled,
        count: figures.requirements,
        silent: figures.unsaid,
        filled: linkTo(byShortfall),
        unsaid: linkTo(byShortfall),
      })}
    </p>
  );
}

/** The title of the bars, derived by rule from their figures. */
export function NeedsTitle({ requirements }: { requirements: readonly RequirementDetails[] }) {
  const finding = findingWords(requirements);
  return finding === null ? null : <h3 className="mb-2 text-lead font-semibold">{finding}</h3>;
}

interface NeedsToolsProps {
  requirements: readonly RequirementDetails[];
  view: RequirementsView;
  /** Id of the element that holds the bars. */
  drawn: string;
  pictureFacts: PictureFacts;
}

/** Downloads of the bars, below their title. */
export function NeedsTools({ requirements, view, drawn, pictureFacts }: NeedsToolsProps) {
  const finding = findingWords(requirements);
  if (finding === null) return null;
  return <ChartTools id={drawn} finding={finding} data={requirementsCsvHref(view)} {...pictureFacts} />;
}

function findingWords(requirements: readonly RequirementDetails[]): string | null {
  const { of, unnumbered, closest } = needsFinding(requirements);
  if (of === 0) return null;
  return closest === null
    ? t("needs.nothing", { of, unnumbered })
    : t("needs.some", { of, unnumbered, ...closest });
}
