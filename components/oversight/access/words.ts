import { translator } from "@/lib/i18n/translator";

const t = translator("access");

/** Why somebody was kept out; a code that has no words yet stands for itself. */
export function failureWords(code: string | null): string | null {
  return code !== null && t.has(`why.${code}`) ? t(`why.${code}`) : code;
}
