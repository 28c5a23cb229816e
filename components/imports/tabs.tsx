import {
  countLeftOut,
  ROW_OUTCOMES,
  type ImportCounts,
  type ImportJob,
  type RowChoice,
} from "@/lib/domain/import/import";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { Tabs } from "@/components/ui/address/switches";

const t = translator("imports");

export function OutcomeTabs({
  job: { id, rows },
  counts,
  chosen,
}: {
  job: Pick<ImportJob, "id" | "rows">;
  counts: ImportCounts;
  chosen: RowChoice | null;
}) {
  const leftOut = countLeftOut(rows, counts);
  const tabs = [
    ["all", rows] as const,
    ...ROW_OUTCOMES.map((outcome) => [outcome, counts[outcome]] as const),
    ...(leftOut > 0 || chosen === "left-out" ? [["left-out", leftOut] as const] : []),
  ];
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
