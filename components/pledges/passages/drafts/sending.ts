// What is sent of a row, and where its refusals belong. Loaded once a row is marked.
import type { Trouble } from "@/components/form/field-errors";
import { troublesOf } from "@/components/form/use-save";
import { newKey, sendAny, type Failure, type Sent } from "@/lib/client/send";
import { textOrNull } from "../../contribution-form/amount-body";
import { rowName, type GradeTyped } from "./missing";
import type { DraftRow, DraftsWords } from "./rows";

export type DraftSender = ReturnType<typeof draftSender>;

/** The same body keeps its key, so that a lost answer logs nothing twice. */
export function draftSender() {
  const keys = new Map<string, { body: string; key: string }>();
  function send<T>({ id, version }: DraftRow, path: "accept" | "state", body: object): Promise<Sent<T>> {
    const text = JSON.stringify([path, body, version]);
    const last = keys.get(id);
    const key = last?.body === text ? last.key : newKey();
    keys.set(id, { body: text, key });
    return sendAny<T>("POST", `/drafts/${id}/${path}`, body, { version, key });
  }
  return {
    accept: (row: DraftRow, grade: GradeTyped, owner: string) =>
      send<{ reference: string }>(row, "accept", acceptanceOf(row, grade, owner)),
    setState: (row: DraftRow, state: "OPEN" | "ASIDE") => send<object>(row, "state", { state }),
    troublesAt,
  };
}

const acceptanceOf = ({ edit }: DraftRow, grade: GradeTyped, owner: string) => ({
  ...grade,
  credibility: Number(grade.credibility),
  owner,
  changes: {
    participant: textOrNull(edit.participant),
    priority: edit.priority === "" ? null : Number(edit.priority),
    says: edit.says,
    title: edit.title.trim(),
    repeats: textOrNull(edit.repeats),
  },
});

const OF_TEXT: Readonly<Record<string, string>> = {
  "evidence.0.kind": "kind",
  kind: "kind",
  reliability: "reliability",
  credibility: "credibility",
};
const OF_ROW = ["participant", "says", "priority", "title", "repeats"];

/** At the row's own field where it has one, else at the row. */
function troublesAt(row: DraftRow, failure: Failure, words: DraftsWords): Trouble[] {
  return troublesOf(failure, words).map(({ field = "", ...trouble }) => {
    const own = OF_ROW.find((name) => field === name || field === `changes.${name}`);
    const place = own === undefined ? (OF_TEXT[field] ?? `row-${row.id}`) : `${row.id}.${own}`;
    return { ...trouble, field: place, of: rowName(row) };
  });
}
