import { messagesNow } from "@/lib/i18n/translator";

export function toldWords() {
  const { onRecord, leafHash } = messagesNow().tables;
  return { onRecord, leafHash };
}
