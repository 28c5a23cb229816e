import { Checksum } from "@/components/pledges/files/checksum";
import { Ago } from "@/components/tables/ago";
import type { ExportJob } from "@/lib/domain/log/export";
import { bytesInWords } from "@/lib/i18n/words/file-words";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { momentIn, zoneName } from "@/lib/i18n/when";
import { viewWords } from "./words";

const t = translator("exports");

const COLUMNS = ["reference", "what", "purpose", "rows", "size", "checksum", "checkpoint", "file"] as const;
const NUMBERS: readonly string[] = ["rows", "size"];

/** Newest first. */
export function Packages({
  jobs,
  at,
  timeZone,
}: {
  jobs: readonly ExportJob[];
  at: string;
  timeZone: string;
}) {
  return (
    <table className="ledger stack">
      <caption className="vh">{t("list.caption")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col" className={NUMBERS.includes(name) ? "num" : undefined}>
              {t(`list.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.id}>
            <th scope="row" className="nowrap">
              <span className="mono">{job.reference}</span>
              <br />
              <Ago at={job.createdAt} now={at} timeZone={timeZone} />
            </th>
            <td data-l={t("list.what")}>
              {viewWords(job.view)}
              <br />
              <span className="muted">
                {momentIn(timeZone, job.asOf)} {zoneName(timeZone)}
              </span>
            </td>
            <td data-l={t("list.purpose")}>
              {job.purpose}
              <br />
              <span className="muted">{job.by.name}</span>
            </td>
            <td data-l={t("list.rows")} className="num">
              {job.rows === null ? "–" : numberInWords(job.rows)}
            </td>
            <td data-l={t("list.size")} className="num nowrap">
              {job.bytes === null ? "–" : bytesInWords(job.bytes)}
            </td>
            <td data-l={t("list.checksum")}>
              {job.sha256 === null ? "–" : <Checksum sha256={job.sha256} />}
            </td>
            <td data-l={t("list.checkpoint")}>
              {job.checkpoint === null ? "–" : numberInWords(job.checkpoint)}
            </td>
            <td data-l={t("list.file")}>
              <File job={job} at={at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function File({ job, at }: { job: ExportJob; at: string }) {
  if (job.state === "CANCELLED") return <span className="muted">{t("list.cancelled")}</span>;
  if (job.state === "FAILED") return <span>{t("list.failed", { why: faultWords(job.fault) })}</span>;
  if ((job.expiresAt ?? "") <= at) return <span className="muted">{t("list.expired")}</span>;
  return (
    <a
      className="btn"
      href={`/api/v1/exports/${job.id}/download`}
      aria-label={t("list.downloadOf", { reference: job.reference })}
      download
    >
      {t("list.download")}
    </a>
  );
}

function faultWords(fault: string | null): string {
  const key = `fault.${fault ?? ""}`;
  return t(t.has(key) ? key : "fault.not-made");
}
