// Words of the forms about suggestions: the browser gets only these.
import { currentMessages } from "@/lib/i18n/translator";

export type SuggestWords = ReturnType<typeof suggestWords>;
export const suggestWords = () => ({ ...currentMessages().form, ...currentMessages().suggestions.form });

export type ReplyWords = ReturnType<typeof replyWords>;
export const replyWords = () => ({ ...currentMessages().form, ...currentMessages().suggestions.reply });
