import { noticeLook } from "@/components/ui/looks";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { dayInWords } from "@/lib/i18n/dates";

/** The first element on the page of a void pledge. */
export function VoidBand({ voided }: { voided: { at: string; reason: string } }) {
  const t = translator("pledge");
  return (
    <p className={noticeLook("mb-4")}>
      <b>{t("voidBand", { day: dayInWords(registerDay(voided.at)), reason: voided.reason })}</b>
    </p>
  );
}
