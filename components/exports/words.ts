import type { ExportView } from "@/lib/domain/export";
import { fieldWords } from "@/lib/i18n/domain-words";
import { numberWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("exports");

/** "Register · priority 3 · participant FR". */
export function viewWords({ what, filter }: ExportView): string {
  if (what === "PARTICIPANT") return `${t(`view.${what}`)} · ${filter}`;
  const narrowed = [...new URLSearchParams(filter)].map(
    ([name, value]) => `${fieldWords(name).toLowerCase()} ${value.replaceAll(",", ", ")}`,
  );
  return [t(`view.${what}`), ...narrowed].join(" · ");
}

/** In steps of a thousand, as file managers have it. */
export function bytesInWords(bytes: number): string {
  const [unit, size] =
    bytes < 1_000_000 ? (["kilobyte", 1_000] as const) : (["megabyte", 1_000_000] as const);
  return numberWords(bytes / size, {
    style: "unit",
    unit,
    maximumFractionDigits: bytes < 10 * size ? 1 : 0,
  });
}
