import { noticeLook } from "@/components/ui/looks";
import type { ClockFault } from "@/lib/domain/log/log-clock";
import type { ClockStatus } from "@/lib/domain/log/log-status";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { durationWords } from "@/lib/i18n/dates";

const t = translator("checkpoints");

/** What is wrong with the clocks now, and which entries were stamped wrongly before. */
export function ClockState({ clock }: { clock: ClockStatus }) {
  return (
    <>
      {clock.faults.map((fault) => (
        <p key={fault} className={noticeLook("warn")}>
          {SAID[fault](clock)}
        </p>
      ))}
      {clock.ahead.map(({ first, last, overtakenBy, aheadMs }) => (
        <p key={overtakenBy}>
          {t("clock.ahead", {
            count: last - first + 1,
            first: numberInWords(first),
            last: numberInWords(last),
            next: numberInWords(overtakenBy),
            gap: durationWords(aheadMs),
          })}
        </p>
      ))}
    </>
  );
}

const SAID: Record<ClockFault, (clock: ClockStatus) => string> = {
  "database-ahead": ({ databaseAheadMs }) =>
    t("clock.databaseAhead", { gap: durationWords(databaseAheadMs) }),
  "database-behind": ({ databaseAheadMs }) =>
    t("clock.databaseBehind", { gap: durationWords(databaseAheadMs) }),
  moved: ({ movedMs }) =>
    t(movedMs > 0 ? "clock.movedForward" : "clock.movedBack", { gap: durationWords(movedMs) }),
  "stamped-ahead": ({ aheadFrom }) => t("clock.aheadFrom", { seq: numberInWords(aheadFrom ?? 0) }),
};
