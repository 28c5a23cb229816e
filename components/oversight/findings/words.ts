// The words of the forms about findings; the browser gets these and no others.
import type { Words } from "@/components/form/words";
import { messagesNow } from "@/lib/i18n/translator";

export const findingWords = (): Words => ({ ...messagesNow().form, ...messagesNow().findings.form });
