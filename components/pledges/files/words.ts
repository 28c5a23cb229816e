import { currentMessages } from "@/lib/i18n/translator";

export type FileWords = ReturnType<typeof fileFormWords>;

/** In addition to the words that all forms have. */
export function fileFormWords() {
  const {
    field,
    fieldMany,
    hint,
    sending,
    sent,
    remove,
    leaveOut,
    cancel,
    stopped,
    attach,
    wait,
    chooseFirst,
    ...rest
  } = currentMessages().files;
  return {
    fileField: field,
    filesField: fieldMany,
    fileHint: hint,
    sending,
    fileSent: sent,
    leaveFileOut: remove,
    leaveRefusedOut: leaveOut,
    stopSending: cancel,
    stopped,
    attachFile: attach,
    fileOnWay: wait,
    "missing-file": chooseFirst,
    tooLarge: rest.tooLarge,
    offlineFile: rest.offline,
    fileAttached: rest.attachedSaid,
  };
}
