import { currentMessages } from "@/lib/i18n/translator";

export function toldWords() {
  const { onRecord, leafHash } = currentMessages().tables;
  return { onRecord, leafHash };
}
