import type { ProposedChange } from "@/lib/domain/proposals/proposed-change";
import { fieldInSentence } from "./domain-words";
import { inSentence } from "./in-sentence";
import { translator } from "../translator";

const say = translator("domain");

/** "Committed", "Change to contributions, window from", "Make it void", "Bundestag: approved". */
export function proposedChangeWords(change: ProposedChange): string {
  switch (change.do) {
    case "stage":
      return say(`stage.${change.to}`);
    case "void":
      return say("proposedChange.void");
    case "change":
      return say("proposedChange.change", { fields: fieldsInSentence(change.changes) });
    case "record-approval": {
      const { body, status } = change.approval;
      return say("proposedChange.approval", { body, status: inSentence(say(`approvalStatus.${status}`)) });
    }
    case "change-approval":
      return change.changes.status === undefined
        ? say("proposedChange.approvalFields", { fields: fieldsInSentence(change.changes) })
        : say("proposedChange.approvalStatus", {
            status: inSentence(say(`approvalStatus.${change.changes.status}`)),
          });
  }
}

/** "Contributions, window from". */
export const fieldsInSentence = (changes: object): string =>
  Object.keys(changes)
    .map((field) => fieldInSentence(field))
    .join(", ");
