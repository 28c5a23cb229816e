import { noticeLook } from "@/components/ui/looks";
import { dayOf } from "@/lib/domain/base/day";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

/** The first element on the page of a void pledge. */
export function VoidBand({ voided, timeZone }: { voided: { at: string; reason: string }; timeZone: string }) {
  const t = translator("pledge");
  return (
    <p className={noticeLook("mb-4")}>
      <b>{t("voidBand", { day: dayInWords(dayOf(voided.at, timeZone)), reason: voided.reason })}</b>
    </p>
  );
}
