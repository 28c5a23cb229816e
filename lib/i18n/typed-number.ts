import { numberWritten } from "@/lib/domain/import/amounts/written";

/**
 * The number in the register's form, read as imports and texts are read: "15,000", "15.000" and "15 000" are 15000 in
 * any language, "1,5" is 1.5, "1.234,50" is 1234.50. "Six thousand" and "1.5 million" work too. Anything else stays as
 * typed.
 */
export function typedNumber(text: string): string {
  const bare = text.trim().replace(/(\d)[\u00a0\u202f\u2009 '’](?=\d{3}(\D|$))/g, "$1");
  const grouped = GROUPED.exec(bare)?.groups;
  if (grouped)
    return `${(grouped["whole"] ?? "").replace(/\D/g, "")}${grouped["part"] ? `.${grouped["part"]}` : ""}`;
  if (/^\d[\d.,\s]*\p{L}|^\p{L}/u.test(bare)) return numberWritten(bare) ?? bare;
  return bare.replace(/^(\d+),(\d+)$/, "$1.$2");
}

const GROUPED =
  /^(?<whole>(?!0)\d{1,3}(?<mark>[.,])\d{3}(?:\k<mark>\d{3})*)(?:(?!\k<mark>)[.,](?<part>\d+))?$/;

/** A recorded number for a field: "1.125" would be read as 1125, "1.1250" isn't. */
export const numberInField = (recorded: string): string =>
  GROUPED.test(recorded) ? `${recorded}0` : recorded;
