import type { Words } from "@/components/form/words";
import { currentMessages } from "@/lib/i18n/translator";

/** In addition to the words that all forms have. */
export function fileFormWords(): Words {
  const {
    field,
    fieldMany,
    hint,
    sending,
    sent,
    remove,
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
