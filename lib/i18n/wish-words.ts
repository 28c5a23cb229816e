// What a proposal asks for, in a few words.
import type { Wish } from "@/lib/domain/wish";
import { fieldWords } from "./domain-words";
import { translator } from "./translator";

const say = translator("domain");

/** "Committed", "Change of contributions, window from", "To make it void", "Bundestag: approved". */
export function wishWords(wish: Wish): string {
  switch (wish.do) {
    case "stage":
      return say(`stage.${wish.to}`);
    case "void":
      return say("wished.void");
    case "change":
      return say("wished.change", { fields: fieldsOf(wish.changes) });
    case "record-approval": {
      const { body, status } = wish.approval;
      return say("wished.approval", { body, status: say(`approvalStatus.${status}`).toLowerCase() });
    }
    case "change-approval":
      return wish.changes.status === undefined
        ? say("wished.approvalFields", { fields: fieldsOf(wish.changes) })
        : say("wished.approvalStatus", {
            status: say(`approvalStatus.${wish.changes.status}`).toLowerCase(),
          });
  }
}

const fieldsOf = (changes: object): string =>
  Object.keys(changes)
    .map((field) => fieldWords(field).toLowerCase())
    .join(", ");
