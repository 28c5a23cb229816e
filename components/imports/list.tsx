import { Ago } from "@/components/tables/ago";
import type { ImportJob } from "@/lib/domain/import/import";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("imports");

/** Newest first. */
export function ImportList({
  jobs,
  at,
  timeZone,
}: {
  jobs: readonly ImportJob[];
  at: string;
  timeZone: string;
}) {
  return (
    <table className="ledger stack">
      <caption className="vh">{t("list.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("list.file")}</th>
          <th scope="col" className="num">
            {t("list.rows")}
          </th>
          <th scope="col">{t("list.by")}</th>
          <th scope="col">{t("list.state")}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.id}>
            <th scope="row">
              <a href={`/imports/${job.id}`}>
                <span className="mono">{job.reference}</span>{" "}
                <span className="wrap-anywhere">{job.file.name}</span>
              </a>
            </th>
            <td data-l={t("list.rows")} className="num">
              {numberInWords(job.rows)}
            </td>
            <td data-l={t("list.by")}>
              <div>
                {job.by.name}
                <br />
                <Ago at={job.createdAt} now={at} timeZone={timeZone} />
              </div>
            </td>
            <td data-l={t("list.state")}>
              {t(`state.${job.state}`, { imported: job.imported, undone: job.undone })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
