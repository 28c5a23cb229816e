import type { ImportJob } from "@/lib/domain/import/import";
import { importMessageWords } from "@/lib/i18n/words/import-words";
import { registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("imports");

export function FileFacts({ job }: { job: ImportJob }) {
  return (
    <p className="text-muted mb-4" data-short="">
      {importMessageWords(job.file)} · {t("facts.rows", { count: job.rows })} · {job.by.name},{" "}
      {shortMoment(job.createdAt)} {registerZoneName()}
    </p>
  );
}
