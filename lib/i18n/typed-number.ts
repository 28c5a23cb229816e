import { numberWritten } from "@/lib/domain/import/amounts/written";
import { currentLanguage } from "./reader";

/**
 * The number in the register's form. In English "15,000" is 15000; in French and Ukrainian "15 000" is 15000,
 * and "1,5" is 1.5. A comma that can mean only one thing is read so. "Six thousand" and "1.5 million" work in
 * any language. Anything else stays as typed.
 */
export function typedNumber(text: string): string {
  const bare = text.trim().replace(/(\d)[\u00a0\u202f\u2009 '’](?=\d{3}(\D|$))/g, "$1");
  if (GROUPED_ONCE.test(bare)) return bare.replace(",", currentLanguage() === "en" ? "" : ".");
  if (GROUPED.test(bare)) return bare.replaceAll(",", "");
  if (/^\d[\d.,\s]*\p{L}|^\p{L}/u.test(bare)) return numberWritten(bare) ?? bare;
  return bare.replace(/^(\d+),(\d+)$/, "$1.$2");
}

const GROUPED_ONCE = /^\d{1,3},\d{3}$/;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
