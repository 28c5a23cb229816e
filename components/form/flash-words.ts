import { currentMessages } from "@/lib/i18n/translator";

export function flashWords() {
  const { onRecord, leafHash } = currentMessages().tables;
  return { onRecord, leafHash };
}
