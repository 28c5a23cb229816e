import { askedWords } from "@/lib/i18n/words/filter-words";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { zoneName } from "@/lib/i18n/dates";

const t = translator("exports");

export type NewExportWords = ReturnType<typeof newExportWords>;

/** `rest`: the part of the filter that has no field. */
export function newExportWords(timeZone: string, rest: string) {
  const { form, exports } = currentMessages();
  return {
    ...form,
    ...exports.new,
    kind: exports.kind,
    unreachable: exports.open.unreachable,
    asOfHint: t("new.asOfHint", { zone: zoneName(timeZone) }),
    rest: t("new.rest", { filter: askedWords(new URLSearchParams(rest)) }),
  };
}
