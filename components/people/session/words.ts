// These words load with the dialog's script: few pages need them, and the server may not answer by then.
import type { PasskeyFault } from "@/lib/client/passkey";
import { documentLanguage } from "@/components/ui/language/document-language";
import english from "@/lib/i18n/messages/en/session.json";
import french from "@/lib/i18n/messages/fr/session.json";
import ukrainian from "@/lib/i18n/messages/uk/session.json";

export const sessionWords = (): typeof english => WORDS[documentLanguage()];

export function passkeyFault(fault: PasskeyFault): string {
  const { passkeyOffline, passkeyOver, passkeyCancelled } = sessionWords();
  return { offline: passkeyOffline, over: passkeyOver, cancelled: passkeyCancelled, known: passkeyCancelled }[
    fault
  ];
}

const WORDS = { en: english, fr: french, uk: ukrainian };
