// Words of the baseline form: the browser gets only these.
import { currentMessages, translator } from "@/lib/i18n/translator";
import { zoneName } from "@/lib/i18n/dates";

export type BaselineWords = ReturnType<typeof baselineWords>;

export function baselineWords(timeZone: string) {
  const t = translator("changes");
  const zone = zoneName(timeZone);
  return {
    ...currentMessages().form,
    ...currentMessages().changes.form,
    asOf: t("form.asOf", { zone }),
    wrongClock: t("form.wrongClock", { zone }),
  };
}
