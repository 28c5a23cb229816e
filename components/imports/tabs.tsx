import { ROW_OUTCOMES, type ImportCounts, type ImportRowOutcome } from "@/lib/domain/import/import";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

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
    <nav
      className="tabs mb-4 max-md:mx-[calc(-1_*_var(--gutter))] max-md:px-(--gutter)"
      aria-label={t("trial.outcome")}
    >
      {tabs.map(([name, count]) => (
        <a
          key={name}
          href={`/imports/${id}${name === "all" ? "" : `?outcome=${name}`}`}
          aria-current={(chosen ?? "all") === name ? "page" : undefined}
        >
          {t(`trial.${name}`)} <span className="ml-1 text-subtle font-normal">{numberInWords(count)}</span>
        </a>
      ))}
    </nav>
  );
}
