import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { ImportCounts, ImportJob } from "@/lib/domain/import/import";
import { translator } from "@/lib/i18n/translator";
import { RunForm } from "./run-form";
import { importFormWords } from "./words";

const t = translator("imports");

type Rest = Readonly<Record<"toImport" | "toPropose", number>>;

/** How many rows would be imported, and the button for it; for an interrupted import, the rest. */
export function ImportRun({ job, counts, rest }: { job: ImportJob; counts: ImportCounts; rest: Rest }) {
  const { toImport, toPropose: proposals } = rest;
  const isBegun = job.imported > 0;
  return (
    <Section
      id="run"
      title={t(isBegun ? "run.goOn" : "run.title")}
      aside={
        isBegun ? null : (
          <a className={buttonLook()} href={`/imports/${job.id}?columns=1`}>
            {t("mapping.again")}
          </a>
        )
      }
      className="max-w-3xl"
    >
      <div className="mb-4">
        <p>
          {toImport === 0 && counts.error > 0 && !isBegun
            ? t("run.onlyErrors")
            : t(isBegun ? "run.left" : "run.count", { count: toImport })}
        </p>
        {proposals === 0 ? null : <p>{t("run.proposals", { count: proposals })}</p>}
      </div>
      {toImport === 0 && !isBegun ? null : (
        <RunForm
          id={job.id}
          title={t("run.title")}
          words={{
            ...importFormWords("run"),
            submitCount: isBegun ? t("run.goOn") : t("run.submit", { count: toImport }),
            goodRowsOnlyCount: t("run.goodRowsOnly", { count: counts.error }),
          }}
          hasErrors={counts.error > 0}
          hasProposals={proposals > 0}
        />
      )}
    </Section>
  );
}
