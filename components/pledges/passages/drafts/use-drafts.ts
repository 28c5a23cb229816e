"use client";
// What becomes of drafted pledges before they are logged: marks and changes, kept in this browser, then sent one by one.
import { useState } from "react";
import { errorsByField, type Trouble } from "@/components/form/field-errors";
import { useDraft } from "@/components/form/use-draft";
import type { DraftEdit, DraftRow, DraftsWords } from "./rows";
import {
  acceptanceOf,
  draftSender,
  missingInGrade,
  missingInRow,
  troublesAt,
  type DraftAs,
  type GradeTyped,
} from "./sending";

interface Kept {
  marks: Record<string, DraftAs>;
  edits: Record<string, Partial<DraftEdit>>;
  grade: GradeTyped;
  /** Ids in the order in which they were marked. */
  marked: string[];
}

const FRESH: Kept = {
  marks: {},
  edits: {},
  grade: { kind: "", reliability: "", credibility: "" },
  marked: [],
};

export interface DraftsGiven {
  account: string;
  owner: string;
  source: string;
  rows: readonly DraftRow[];
  words: DraftsWords;
  /** What a form without a script was refused for. */
  fault: Trouble | null;
}

export function useDrafts({ account, owner, source, rows: given, words, fault }: DraftsGiven) {
  const marking = useMarks({ account, source, words, fault });
  const { kept, say, unmark } = marking;
  const [settled, setSettled] = useState<Record<string, Pick<DraftRow, "state" | "pledge" | "version">>>({});
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string[]>([]);
  const [sendOf] = useState(draftSender);
  const rows = given.map((row) => ({
    ...row,
    ...settled[row.id],
    edit: { ...row.edit, ...kept.edits[row.id] },
  }));
  const settle = (row: DraftRow, state: DraftRow["state"], pledge: string | null) =>
    setSettled((before) => ({ ...before, [row.id]: { state, pledge, version: row.version + 1 } }));
  const send = async (row: DraftRow): Promise<Trouble[]> => {
    const skips = kept.marks[row.id] === "skipped";
    const body = skips ? { state: "ASIDE" } : acceptanceOf(row, kept.grade, owner);
    const sent = await sendOf<{ reference?: string }>(row, skips ? "state" : "accept", body);
    if (!sent.ok) return troublesAt(row, sent.failure, words);
    const reference = skips ? null : (sent.value.reference ?? null);
    if (reference !== null) setDone((before) => [...before, reference]);
    settle(row, skips ? "ASIDE" : "ACCEPTED", reference);
    unmark(row.id);
    return [];
  };
  const log = async () => {
    const marked = rows.filter(({ id, state }) => state === "OPEN" && kept.marks[id] !== undefined);
    if (busy) return;
    if (marked.length === 0) return say([{ message: words.nothingToLog }]);
    const accepts = marked.some(({ id }) => kept.marks[id] === "accepted");
    const missing = accepts ? missingInGrade(kept.grade, words) : [];
    if (missing.length > 0) return say(missing);
    setBusy(true);
    const found: Trouble[] = [];
    for (const row of marked) found.push(...(await send(row)));
    setBusy(false);
    say(found);
  };
  const takeOut = async (row: DraftRow) => {
    const sent = await sendOf(row, "state", { state: "OPEN" });
    if (sent.ok) settle(row, "OPEN", null);
    else say(troublesAt(row, sent.failure, words));
  };
  return { ...marking, rows, log, takeOut, busy, done };
}

/** Marks and changes, with what is missing for them. */
function useMarks({ account, source, words, fault }: Omit<DraftsGiven, "owner" | "rows">) {
  const { value: kept, change } = useDraft<Kept>(account, `drafts-${source}`, FRESH);
  const [troubles, setTroubles] = useState<Trouble[]>(fault ? [fault] : []);
  const [attempt, setAttempt] = useState(0);
  const say = (found: Trouble[]) => {
    setTroubles(found);
    setAttempt((n) => n + 1);
  };
  const edit = (id: string, part: Partial<DraftEdit>) => {
    const fields = Object.keys(part).map((name) => `${id}.${name}`);
    setTroubles((before) => before.filter(({ field }) => !fields.includes(field ?? "")));
    change((before) => ({ ...before, edits: { ...before.edits, [id]: { ...before.edits[id], ...part } } }));
  };
  /** False: something in it isn't said yet, which its fields say. */
  const mark = (row: DraftRow, as: DraftAs): boolean => {
    const missing = as === "accepted" ? missingInRow(row, words) : [];
    setTroubles((before) => [...before.filter(({ field }) => !field?.startsWith(`${row.id}.`)), ...missing]);
    if (missing.length > 0) return false;
    change((before) => ({
      ...before,
      marks: { ...before.marks, [row.id]: as },
      marked: [...before.marked.filter((one) => one !== row.id), row.id],
    }));
    return true;
  };
  const unmark = (id: string) =>
    change((before) => {
      const { [id]: _gone, ...marks } = before.marks;
      return { ...before, marks, marked: before.marked.filter((one) => one !== id) };
    });
  const setGrade = (part: Partial<GradeTyped>) =>
    change((before) => ({ ...before, grade: { ...before.grade, ...part } }));
  return { kept, say, edit, mark, unmark, setGrade, troubles, errors: errorsByField(troubles), attempt };
}
