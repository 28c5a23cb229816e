// Words of the forms about questions: the browser gets only these.
import type { Words } from "@/components/form/words";
import { currentMessages } from "@/lib/i18n/translator";

export const questionWords = (): Words => ({
  ...currentMessages().form,
  ...currentMessages().questions.form,
});
