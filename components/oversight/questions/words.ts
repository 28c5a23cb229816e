// Words of the forms about questions: the browser gets only these.
import { currentMessages } from "@/lib/i18n/translator";

export type QuestionWords = ReturnType<typeof questionWords>;

export const questionWords = () => ({
  ...currentMessages().form,
  ...currentMessages().questions.form,
});
