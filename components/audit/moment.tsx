import { Time } from "@/components/ui/time";
import type { LogEntry } from "@/lib/domain/logged";
import { translator } from "@/lib/i18n/translator";
import { momentIn, relativeTo, zoneName } from "@/lib/i18n/when";

const t = translator("audit");

/** When it happened by the register's clock; where that isn't the true one, the true time as well. */
export function Moment({
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
      <Time
        at={at}
        relative={relativeTo(now, at)}
        absolute={`${momentIn(timeZone, at)} ${zoneName(timeZone)}`}
      />
      {recordedAt === at ? null : (
        <>
          <br />
          <span className="muted">{t("recorded", { when: momentIn(timeZone, recordedAt) })}</span>
        </>
      )}
    </div>
  );
}
