import { Ago } from "@/components/tables/ago";
import { Ledger } from "@/components/ui/ledger/ledger";
import { codeLook } from "@/components/ui/looks";
import type { ImportJob } from "@/lib/domain/import/import";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("imports");

interface Given {
  jobs: readonly ImportJob[];
  at: string;
}

/** Newest first. */
export function ImportList({ jobs, at }: Given) {
  return (
    <Ledger
      caption={t("list.caption")}
      walked
      rows={jobs}
      rowKey={({ id }) => id}
      columns={[
        {
          heading: t("list.file"),
          names: true,
          cell: ({ id, reference, file }) => (
            <a href={`/imports/${id}`}>
              <span className={codeLook()}>{reference}</span>{" "}
              <span className="wrap-anywhere">{file.name}</span>
            </a>
          ),
        },
        { heading: t("list.rows"), numeric: true, cell: ({ rows }) => numberInWords(rows) },
        {
          heading: t("list.by"),
          cell: ({ by, handed, createdAt }) => (
            <div>
              {by.name}
              {handed === null ? <br /> : <p className="text-caption text-muted">{t("desks.listed")}</p>}
              <Ago at={createdAt} now={at} />
            </div>
          ),
        },
        {
          heading: t("list.state"),
          cell: ({ state, imported, undone }) => t(`state.${state}`, { imported, undone }),
        },
      ]}
    />
  );
}
