// Words of the baseline form: the browser gets only these.
import { registerZoneName } from "@/lib/i18n/register-zone";
import { currentMessages, translator } from "@/lib/i18n/translator";

export type BaselineWords = ReturnType<typeof baselineWords>;

export function baselineWords() {
  const t = translator("changes");
  const zone = registerZoneName();
  return {
    ...currentMessages().form,
    ...currentMessages().changes.form,
    asOf: t("form.asOf", { zone }),
    wrongClock: t("form.wrongClock", { zone }),
  };
}
