import { currentMessages, translator } from "@/lib/i18n/translator";

export type DecideWords = ReturnType<typeof decideWords>;
export type ArrivalWords = ReturnType<typeof arrivalWords>;

/** `what`: what is decided on. */
export function decideWords(what: string) {
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
    done: { APPROVE: t("done.APPROVE", { what }), RETURN: t("done.RETURN", { what }) },
  };
}

/** Words of the message after arriving. */
export const arrivalWords = () => ({
  see: currentMessages().review.done.see,
  yourNote: currentMessages().review.form.yourNote,
});
