// Reads a statement, clause by clause. Rules alone: the same text gives the same drafts.
import { amountsIn } from "../amounts";
import { capabilitiesIn } from "../capabilities";
import { conditionsInText } from "../conditions";
import { daysIn } from "../days";
import { namesInText } from "../names";
import { approvalsIn } from "../phrases";
import { sentencesOf } from "../../base/sentences";
import { clausesOf } from "./clauses";
import { cuesIn } from "./cues";
import { draftsOfClause, type FoundInText } from "./items";
import { plainText } from "./plain-text";
import { asRepeats } from "./repeats";
import type { StatementContext, StatementRead } from "./statement";

/**
 * What the text says that participants will or may do (`drafts`), won't do (`refusals`), or have said before
 * (`repeats`): see `statement.ts`. History, and what others are asked for, is none of these.
 */
export function readStatement(text: string, context: StatementContext): StatementRead {
  const plain = plainText(text);
  const days = daysIn(text, context.statedOn);
  const names = namesInText(text, context.participants);
  const facts: FoundInText = {
    text,
    plain,
    days,
    amounts: amountsIn(text, days),
    capabilities: capabilitiesIn(text),
    conditions: conditionsInText(text, names, context.triggers),
    approvals: approvalsIn(text),
  };
  const clauses = clausesOf(plain, sentencesOf(text), cuesIn(plain), names, context.speaker);
  const read: StatementRead = { drafts: [], refusals: [], repeats: [] };
  for (const clause of clauses)
    for (const draft of draftsOfClause(clause, facts)) {
      const { modality: _, conditions: _c, window: _w, ...content } = draft;
      if (clause.does === "REFUSES") read.refusals.push(content);
      else if (clause.does === "REPEATS") read.repeats.push(...asRepeats(content, context.earlier));
      else read.drafts.push(draft);
    }
  return read;
}
