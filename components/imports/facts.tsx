import type { ImportJob } from "@/lib/domain/import/import";
import { importMessageWords } from "@/lib/i18n/words/import-words";
import { translator } from "@/lib/i18n/translator";
import { momentIn, zoneName } from "@/lib/i18n/dates";

const t = translator("imports");

export function FileFacts({ job, timeZone }: { job: ImportJob; timeZone: string }) {
  return (
    <p className="text-muted mb-4" data-short="">
      {importMessageWords(job.file)} · {t("facts.rows", { count: job.rows })} · {job.by.name},{" "}
      {momentIn(timeZone, job.createdAt)} {zoneName(timeZone)}
    </p>
  );
}
