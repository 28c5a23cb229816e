import type { Words } from "@/components/form/words";
import { currentMessages, translator } from "@/lib/i18n/translator";

/** `what`: what is decided on. */
export function decideWords(what: string): Words {
  const t = translator("review");
  const {
    approve,
    approveMeaning,
    return: back,
    returnMeaning,
    later,
    ...form
  } = currentMessages().review.form;
  return {
    ...currentMessages().form,
    ...form,
    APPROVE: approve,
    approveMeaning,
    RETURN: back,
    returnMeaning,
    cancel: later,
    "done.APPROVE": t("done.APPROVE", { what }),
    "done.RETURN": t("done.RETURN", { what }),
  };
}

/** Words of the message after arriving. */
export const arrivalWords = (): Words => ({
  see: currentMessages().review.done.see,
  yourNote: currentMessages().review.form.yourNote,
});
