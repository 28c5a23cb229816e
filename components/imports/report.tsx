import { Section } from "@/components/ui/page/section";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { mayUndo, undoUntil, type ImportJob } from "@/lib/domain/import/import";
import { jobFaultWords } from "@/lib/i18n/words/fault-words";
import { registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { UndoForm } from "./undo-form";
import { importFormWords } from "./words";

const t = translator("imports");

/** The outcome of a file, and how to undo the import while that is possible. */
export function Report({ actor, job, at }: { actor: Actor; job: ImportJob; at: Instant }) {
  const moment = (when: Instant): string => `${shortMoment(when)} ${registerZoneName()}`;
  const left = job.rows - job.imported;
  const isUndoable = mayUndo(actor, job, at);
  return (
    <>
      <Section id="report" title={t("report.title")} className="max-w-3xl">
        {job.state === "FAILED" ? (
          <p>
            {t(job.importedAt === null ? "report.failed" : "report.halfBack", {
              why: jobFaultWords("imports", job.fault),
              imported: job.imported,
              undone: job.undone,
            })}
            {job.importedAt === null ? "" : ` ${t(isUndoable ? "report.undoAgain" : "report.othersUndo")}`}
          </p>
        ) : null}
        {job.importedAt === null ? null : (
          <p>
            {t("report.done", { imported: job.imported, when: moment(job.importedAt) })}{" "}
            {t("report.left", { count: left })}
            {job.state === "CANCELLED" ? ` ${t("report.cancelled")}` : ""}
          </p>
        )}
        {job.undoneAt === null ? null : (
          <p>
            {t("report.undone", { undone: job.undone, when: moment(job.undoneAt) })}{" "}
            {job.kept === 0 ? "" : t("report.kept", { count: job.kept })}
          </p>
        )}
      </Section>
      {isUndoable ? (
        <Section id="undo" title={t("undo.title")} className="max-w-3xl print:hidden">
          <p className="mb-3">{t("undo.text", { when: moment(undoUntil(job) ?? at) })}</p>
          <UndoForm id={job.id} words={importFormWords("undo")} />
        </Section>
      ) : null}
    </>
  );
}
