// What is sent of a row, what is missing in it before, and where its refusals belong.
import type { Trouble } from "@/components/form/field-errors";
import { fillIn } from "@/components/form/fill";
import { troublesOf } from "@/components/form/use-save";
import { newKey, sendAny, type Failure, type Sent } from "@/lib/client/send";
import type { DraftRow, DraftsWords } from "./rows";

export interface GradeTyped {
  kind: string;
  reliability: string;
  credibility: string;
}

export type DraftAs = "accepted" | "skipped";

/** The same body keeps its key, so that a lost answer logs nothing twice. */
export function draftSender() {
  const keys = new Map<string, { body: string; key: string }>();
  return function send<T>(
    { id, version }: DraftRow,
    path: "accept" | "state",
    body: object,
  ): Promise<Sent<T>> {
    const text = JSON.stringify([path, body, version]);
    const last = keys.get(id);
    const key = last?.body === text ? last.key : newKey();
    keys.set(id, { body: text, key });
    return sendAny<T>("POST", `/drafts/${id}/${path}`, body, { version, key });
  };
}

const blankOr = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export const acceptanceOf = ({ edit }: DraftRow, grade: GradeTyped, owner: string) => ({
  ...grade,
  credibility: Number(grade.credibility),
  owner,
  changes: {
    participant: blankOr(edit.participant),
    priority: edit.priority === "" ? null : Number(edit.priority),
    says: edit.says,
    title: edit.title.trim(),
    repeats: blankOr(edit.repeats),
  },
});

export function missingInRow({ id, edit }: DraftRow, words: DraftsWords): Trouble[] {
  const asks: [boolean, string, string][] = [
    [edit.participant === "", "participant", words.missingParticipant],
    [edit.priority === "" && edit.repeats.trim() === "", "priority", words.missingPriority],
    [edit.title.trim() === "", "title", words.missingTitle],
  ];
  return asks.flatMap(([isMissing, field, message]) =>
    isMissing ? [{ field: `${id}.${field}`, message }] : [],
  );
}

export function missingInGrade(grade: GradeTyped, words: DraftsWords): Trouble[] {
  const asks = [
    ["kind", words.missingKind],
    ["reliability", words.missingReliability],
    ["credibility", words.missingCredibility],
  ] as const;
  return asks.flatMap(([field, message]) => (grade[field] === "" ? [{ field, message }] : []));
}

const OF_TEXT: Readonly<Record<string, string>> = {
  "evidence.0.kind": "kind",
  kind: "kind",
  reliability: "reliability",
  credibility: "credibility",
};
const OF_ROW = ["participant", "says", "priority", "title", "repeats"];

/** At the row's own field where it has one, else at the row. */
export const troublesAt = (row: DraftRow, failure: Failure, words: DraftsWords): Trouble[] =>
  troublesOf(failure, words).map(({ field = "", message }) => {
    const own = OF_ROW.find((name) => field === name || field === `changes.${name}`);
    if (own !== undefined) return { field: `${row.id}.${own}`, message };
    const why = fillIn(words.failedRow, { who: row.edit.participant, what: row.edit.title, why: message });
    return { field: OF_TEXT[field] ?? `row-${row.id}`, message: why };
  });
