// The words of the forms about scenarios; the browser gets these and no others.
import type { Words } from "@/components/form/words";
import { messages } from "@/lib/i18n/messages";

export const scenarioWords = (): Words => ({ ...messages.form, ...messages.scenarios.form });
