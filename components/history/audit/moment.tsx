import { Ago } from "@/components/tables/ago";
import type { LogEntry } from "@/lib/domain/log/logged";
import { translator } from "@/lib/i18n/translator";
import { momentIn } from "@/lib/i18n/dates";

const t = translator("audit");

export const wholeMoment = (
  { at, recordedAt }: Pick<LogEntry, "at" | "recordedAt">,
  timeZone: string,
): string =>
  [
    momentIn(timeZone, at),
    ...(recordedAt === at ? [] : [t("recorded", { when: momentIn(timeZone, recordedAt) })]),
  ].join(", ");

/** The register's time; where that isn't the true time, the true time as well. */
export function EntryMoment({
  entry: { at, recordedAt },
  now,
  timeZone,
}: {
  entry: Pick<LogEntry, "at" | "recordedAt">;
  now: string;
  timeZone: string;
}) {
  return (
    <div>
      <Ago at={at} now={now} timeZone={timeZone} />
      {recordedAt === at ? null : (
        <>
          <br /> <span className="text-muted">{t("recorded", { when: momentIn(timeZone, recordedAt) })}</span>
        </>
      )}
    </div>
  );
}
