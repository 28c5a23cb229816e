import type { Words } from "@/components/form/words";
import { messagesNow } from "@/lib/i18n/translator";

/** What the form for a comment says, and no more. */
export const commentWords = (): Words => ({
  label: messagesNow().pledge.comment,
  hint: messagesNow().pledge.commentHint,
  submit: messagesNow().pledge.addComment,
  empty: messagesNow()["pledge-form"].commentEmpty,
  offline: messagesNow().form.offline,
  signedOut: messagesNow().form.signedOut,
  failed: messagesNow().form.failed,
});
