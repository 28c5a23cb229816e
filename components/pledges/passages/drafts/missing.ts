// What is missing before a row can be sent.
import type { Trouble } from "@/components/form/field-errors";
import type { DraftRow, DraftsWords } from "./rows";

export interface GradeTyped {
  kind: string;
  reliability: string;
  credibility: string;
}

export type DraftAs = "accepted" | "skipped";

export function missingInRow(row: DraftRow, words: DraftsWords): Trouble[] {
  const { id, edit } = row;
  const asks: [boolean, string, string][] = [
    [edit.participant === "", "participant", words.missingParticipant],
    [edit.priority === "" && edit.repeats.trim() === "", "priority", words.missingPriority],
    [edit.title.trim() === "", "title", words.missingTitle],
  ];
  return asks.flatMap(([isMissing, field, message]) =>
    isMissing ? [{ field: `${id}.${field}`, message, of: rowName(row) }] : [],
  );
}

export const rowName = ({ edit }: DraftRow): string =>
  [edit.participant, edit.title.trim()].filter((part) => part !== "").join(", ");

export function missingInGrade(grade: GradeTyped, words: DraftsWords): Trouble[] {
  const asks = [
    ["kind", words.missingKind],
    ["reliability", words.missingReliability],
    ["credibility", words.missingCredibility],
  ] as const;
  return asks.flatMap(([field, message]) => (grade[field] === "" ? [{ field, message }] : []));
}
