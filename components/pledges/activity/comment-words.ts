import { currentMessages } from "@/lib/i18n/translator";

export type CommentWords = ReturnType<typeof commentWords>;

export const commentWords = () => ({
  label: currentMessages().pledge.comment,
  hint: currentMessages().pledge.commentHint,
  submit: currentMessages().pledge.addComment,
  empty: currentMessages()["pledge-form"].commentEmpty,
  added: currentMessages()["pledge-form"].commentAdded,
  offline: currentMessages().form.offline,
  signedOut: currentMessages().form.signedOut,
  failed: currentMessages().form.failed,
});
