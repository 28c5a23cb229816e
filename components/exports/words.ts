import type { ExportView } from "@/lib/domain/export";
import { fieldInSentence } from "@/lib/i18n/domain-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("exports");

/** "Register · priority 3 · participant FR". */
export function viewWords({ what, filter }: ExportView): string {
  if (what === "PARTICIPANT") return `${t(`view.${what}`)} · ${filter}`;
  const narrowed = [...new URLSearchParams(filter)].map(
    ([name, value]) => `${fieldInSentence(name)} ${value.replaceAll(",", ", ")}`,
  );
  return [t(`view.${what}`), ...narrowed].join(" · ");
}
