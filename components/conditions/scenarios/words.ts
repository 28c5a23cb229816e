// Words of the forms about scenarios: the browser gets only these.
import type { Words } from "@/components/form/words";
import { currentMessages } from "@/lib/i18n/translator";

export const scenarioWords = (): Words => ({
  ...currentMessages().form,
  ...currentMessages().scenarios.form,
});
