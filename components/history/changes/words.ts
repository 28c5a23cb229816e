// Words of the baseline form: the browser gets only these.
import type { Words } from "@/components/form/words";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { zoneName } from "@/lib/i18n/when";

export function baselineWords(timeZone: string): Words {
  const t = translator("changes");
  const zone = zoneName(timeZone);
  const { error, ...form } = currentMessages().changes.form;
  const errors = Object.entries(error).flatMap(([field, words]) =>
    Object.entries(words).map(([code, word]) => [`error.${field}.${code}`, word] as const),
  );
  return {
    ...currentMessages().form,
    ...form,
    ...Object.fromEntries(errors),
    asOf: t("form.asOf", { zone }),
    wrongClock: t("form.wrongClock", { zone }),
  };
}
