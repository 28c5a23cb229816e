import type { ExportView } from "@/lib/domain/log/export";
import { askedWords } from "@/lib/i18n/words/filter-words";
import { translator } from "@/lib/i18n/translator";

const t = translator("exports");

/** "Register · priority: Deterrent force; participant: FR". */
export function viewWords({ what, filter }: ExportView): string {
  if (what === "PARTICIPANT") return `${t(`view.${what}`)} · ${filter}`;
  const narrowed = new URLSearchParams(filter);
  return [t(`view.${what}`), ...(narrowed.size === 0 ? [] : [askedWords(narrowed)])].join(" · ");
}
