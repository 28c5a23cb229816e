import { ROW_OUTCOMES, type ImportCounts, type ImportRowOutcome } from "@/lib/domain/import/import";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { Tabs } from "@/components/ui/address/switches";

const t = translator("imports");

export function OutcomeTabs({
  id,
  counts,
  chosen,
}: {
  id: string;
  counts: ImportCounts;
  chosen: ImportRowOutcome | null;
}) {
  const all = ROW_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  const tabs = [["all", all] as const, ...ROW_OUTCOMES.map((outcome) => [outcome, counts[outcome]] as const)];
  return (
    <Tabs
      label={t("trial.outcome")}
      className="mb-4"
      views={tabs.map(([name, count]) => ({
        href: `/imports/${id}${name === "all" ? "" : `?outcome=${name}`}`,
        words: (
          <>
            {t(`trial.${name}`)} <span className="ml-1 text-subtle font-normal">{numberInWords(count)}</span>
          </>
        ),
        isCurrent: (chosen ?? "all") === name,
      }))}
    />
  );
}
