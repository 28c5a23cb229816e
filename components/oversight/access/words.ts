import { translator } from "@/lib/i18n/translator";

const t = translator("access");

/** Why access was refused; a code without words is shown as it is. */
export function failureWords(code: string | null): string | null {
  return code && t.ofCode("why", code);
}
