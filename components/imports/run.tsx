import type { Counts, ImportJob } from "@/lib/domain/import";
import { translator } from "@/lib/i18n/translator";
import { RunForm } from "./run-form";
import { formWordsOf } from "./words";

const t = translator("imports");

/** What would come in, and the button for it. */
export function Run({ job, counts }: { job: ImportJob; counts: Counts }) {
  const proposals = job.proposals ?? 0;
  return (
    <section className="sec max-w-3xl" aria-labelledby="run">
      <header>
        <h2 id="run">{t("run.title")}</h2>
        <a className="btn" href={`/imports/${job.id}?columns=1`}>
          {t("mapping.again")}
        </a>
      </header>
      <p>{t("run.count", { count: counts.new })}</p>
      {proposals === 0 ? null : <p>{t("run.proposals", { count: proposals })}</p>}
      {counts.new === 0 ? null : (
        <RunForm
          id={job.id}
          title={t("run.title")}
          words={{
            ...formWordsOf("run"),
            submitCount: t("run.submit", { count: counts.new }),
            goodRowsOnlyCount: t("run.goodRowsOnly", { count: counts.error }),
          }}
          hasErrors={counts.error > 0}
          hasProposals={proposals > 0}
        />
      )}
    </section>
  );
}
