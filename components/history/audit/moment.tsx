import { Ago } from "@/components/tables/ago";
import type { LogEntry } from "@/lib/domain/log/logged";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("audit");

export const wholeMoment = ({ at, recordedAt }: Pick<LogEntry, "at" | "recordedAt">): string =>
  [shortMoment(at), ...(recordedAt === at ? [] : [t("recorded", { when: shortMoment(recordedAt) })])].join(
    ", ",
  );

/** The register's time; where that isn't the true time, the true time as well. */
export function EntryMoment({
  entry: { at, recordedAt },
  now,
}: {
  entry: Pick<LogEntry, "at" | "recordedAt">;
  now: string;
}) {
  return (
    <div>
      <Ago at={at} now={now} />
      {recordedAt === at ? null : (
        <>
          <br /> <span className="text-muted">{t("recorded", { when: shortMoment(recordedAt) })}</span>
        </>
      )}
    </div>
  );
}
