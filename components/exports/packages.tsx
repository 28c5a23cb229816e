import { Checksum } from "@/components/pledges/files/checksum";
import { Ago } from "@/components/tables/ago";
import { Ledger } from "@/components/ui/ledger/ledger";
import { buttonLook, codeLook } from "@/components/ui/looks";
import type { ExportJob } from "@/lib/domain/log/export";
import { jobFaultWords } from "@/lib/i18n/words/fault-words";
import { bytesInWords } from "@/lib/i18n/words/file-words";
import { numberInWords } from "@/lib/i18n/numbers";
import { registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { viewWords } from "./words";

const t = translator("exports");

interface Given {
  jobs: readonly ExportJob[];
  at: string;
}

/** Newest first. */
export function Packages({ jobs, at }: Given) {
  return (
    <Ledger
      caption={t("list.caption")}
      rows={jobs}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: t("list.reference"),
          names: true,
          className: "whitespace-nowrap",
          cell: ({ reference, createdAt }) => (
            <>
              <span className={codeLook()}>{reference}</span>
              <br />
              <Ago at={createdAt} now={at} />
            </>
          ),
        },
        {
          heading: t("list.what"),
          cell: ({ view, asOf }) => (
            <>
              {viewWords(view)}
              <br />
              <span className="text-muted">
                {shortMoment(asOf)} {registerZoneName()}
              </span>
            </>
          ),
        },
        {
          heading: t("list.purpose"),
          cell: ({ purpose, by }) => (
            <>
              {purpose}
              <br />
              <span className="text-muted">{by.name}</span>
            </>
          ),
        },
        {
          heading: t("list.rows"),
          numeric: true,
          cell: ({ rows }) => (rows === null ? "–" : numberInWords(rows)),
        },
        {
          heading: t("list.size"),
          numeric: true,
          className: "whitespace-nowrap",
          cell: ({ bytes }) => (bytes === null ? "–" : bytesInWords(bytes)),
        },
        {
          heading: t("list.checksum"),
          cell: ({ sha256 }) => (sha256 === null ? "–" : <Checksum sha256={sha256} />),
        },
        {
          heading: t("list.checkpoint"),
          cell: ({ checkpoint }) => (checkpoint === null ? "–" : numberInWords(checkpoint)),
        },
        { heading: t("list.file"), cell: (job) => <File job={job} at={at} /> },
      ]}
    />
  );
}

function File({ job, at }: { job: ExportJob; at: string }) {
  if (job.state === "CANCELLED") return <span className="text-muted">{t("list.cancelled")}</span>;
  if (job.state === "FAILED")
    return <span>{t("list.failed", { why: jobFaultWords("exports", job.fault) })}</span>;
  if ((job.expiresAt ?? "") <= at) return <span className="text-muted">{t("list.expired")}</span>;
  return (
    <a
      className={buttonLook()}
      href={`/api/v1/exports/${job.id}/download`}
      aria-label={t("list.downloadOf", { reference: job.reference })}
      download
    >
      {t("list.download")}
    </a>
  );
}
