import { noticeLook } from "@/components/ui/looks";
import type { Names } from "@/components/ui/names";
import { isWaitingForDesk, mayWorkOnImport, type ImportJob } from "@/lib/domain/import/import";
import type { Actor } from "@/lib/domain/people/actor";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("imports");

interface Props {
  actor: Actor;
  job: ImportJob;
  names: Names;
  /** Files that were handed over out of this one. */
  handed: readonly ImportJob[];
}

/** Says that a file was handed over, whose turn it is, and what left it. */
export function Handed({ actor, job, names, handed }: Props) {
  const who = (codes: readonly string[] = []) =>
    listWords(codes.map((code) => names.participants[code] ?? code));
  const by = job.handed?.by.name ?? "";
  const from = job.handed?.from ?? "none";
  return (
    <>
      {job.handed === null ? null : (
        <p className={noticeLook("mb-4")}>
          {isWaitingForDesk(job) && mayWorkOnImport(actor, job)
            ? t("desks.yours", { by, from, who: who(job.handed.desk) })
            : t("desks.theirs", {
                by,
                from,
                who: who(job.handed.desk),
                state: t(`state.${job.state}`, { imported: job.imported, undone: job.undone }),
              })}
        </p>
      )}
      {handed.map(({ id, reference, rows, handed: over }) => (
        <p key={id} className={noticeLook("mb-4")}>
          {t.rich("desks.left", {
            rows,
            who: who(over?.desk),
            reference,
            a: (chunks) => <a href={`/imports/${id}`}>{chunks}</a>,
          })}
        </p>
      ))}
    </>
  );
}
