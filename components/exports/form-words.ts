import { askedWords } from "@/lib/i18n/words/filter-words";
import { registerZoneName } from "@/lib/i18n/register-zone";
import { currentMessages, translator } from "@/lib/i18n/translator";

const t = translator("exports");

export type NewExportWords = ReturnType<typeof newExportWords>;

/** `rest`: the part of the filter that has no field. */
export function newExportWords(rest: string) {
  const { form, exports } = currentMessages();
  return {
    ...form,
    ...exports.new,
    kind: exports.kind,
    unreachable: exports.open.unreachable,
    asOfHint: t("new.asOfHint", { zone: registerZoneName() }),
    rest: t("new.rest", { filter: askedWords(new URLSearchParams(rest)) }),
  };
}
