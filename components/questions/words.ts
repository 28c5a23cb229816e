// The words of the forms about questions; the browser gets these and no others.
import type { Words } from "@/components/form/words";
import { messages } from "@/lib/i18n/messages";

export const questionWords = (): Words => ({ ...messages.form, ...messages.questions.form });
