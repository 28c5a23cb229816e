import { currentMessages } from "@/lib/i18n/translator";

export function flashWords() {
  const { onRecord, onRecordMany, leafHash } = currentMessages().tables;
  return { onRecord, onRecordMany, leafHash };
}
