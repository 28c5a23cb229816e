// The words of the forms about findings; the browser gets these and no others.
import type { Words } from "@/components/form/words";
import { messages } from "@/lib/i18n/messages";

export const findingWords = (): Words => ({ ...messages.form, ...messages.findings.form });
