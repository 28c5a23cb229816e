import type { Words } from "@/components/form/words";
import { messages } from "@/lib/i18n/messages";

/** What the form for a comment says, and no more. */
export const commentWords = (): Words => ({
  label: messages.pledge.comment,
  hint: messages.pledge.commentHint,
  submit: messages.pledge.addComment,
  empty: messages["pledge-form"].commentEmpty,
  offline: messages.form.offline,
  signedOut: messages.form.signedOut,
  failed: messages.form.failed,
});
