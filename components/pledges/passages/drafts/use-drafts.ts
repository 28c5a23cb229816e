"use client";
// What becomes of drafted pledges before they are logged: marks and changes, kept in this tab, then sent one by one.
import { useRouter } from "next/navigation";
import { useState } from "react";
import { errorsByField, type Trouble } from "@/components/form/field-errors";
import { useDraft } from "@/components/form/use-draft";
import type { DraftEdit, DraftRow, DraftsWords } from "./rows";
import { missingInGrade, missingInRow, type DraftAs, type GradeTyped } from "./missing";
import type { DraftSender } from "./sending";
import { useSender } from "./use-sender";

interface DraftMarks {
  marks: Record<string, DraftAs>;
  edits: Record<string, Partial<DraftEdit>>;
  grade: GradeTyped;
  /** Ids in the order in which they were marked. */
  marked: string[];
}

const NO_GRADE: GradeTyped = { kind: "", reliability: "", credibility: "" };
const FRESH: DraftMarks = { marks: {}, edits: {}, grade: NO_GRADE, marked: [] };

export interface DraftsGiven {
  account: string;
  owner: string;
  source: string;
  rows: readonly DraftRow[];
  words: DraftsWords;
  /** Why a form sent without a script was refused. */
  fault: Trouble | null;
}

export function useDrafts({ account, owner, source, rows: given, words, fault }: DraftsGiven) {
  const router = useRouter();
  const sender = useSender();
  const marking = useMarks({ account, source, words, fault });
  const { kept, say, unmark } = marking;
  const [states, setStates] = useState<Record<string, Pick<DraftRow, "state" | "pledge" | "version">>>({});
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string[]>([]);
  const rows = given.map((row) => ({
    ...row,
    ...states[row.id],
    edit: { ...row.edit, ...kept.edits[row.id] },
  }));
  const settle = (row: DraftRow, state: DraftRow["state"], pledge: string | null) =>
    setStates((before) => ({ ...before, [row.id]: { state, pledge, version: row.version + 1 } }));
  const skip = async (row: DraftRow, { setState, troublesAt }: DraftSender): Promise<Trouble[]> => {
    const sent = await setState(row, "ASIDE");
    if (!sent.ok) return troublesAt(row, sent.failure, words);
    settle(row, "ASIDE", null);
    return [];
  };
  const accept = async (row: DraftRow, { accept: send, troublesAt }: DraftSender): Promise<Trouble[]> => {
    const sent = await send(row, kept.grade, owner);
    if (!sent.ok) return troublesAt(row, sent.failure, words);
    const { reference } = sent.value;
    setDone((before) => [...before, reference]);
    settle(row, "ACCEPTED", reference);
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
    const sending = await sender();
    const found: Trouble[] = [];
    if (!sending) found.push({ message: words.offline });
    else
      for (const row of marked) {
        const wrong = await (kept.marks[row.id] === "skipped" ? skip : accept)(row, sending);
        if (wrong.length === 0) unmark(row.id);
        found.push(...wrong);
      }
    setBusy(false);
    say(found);
    // For what the page says around the rows.
    router.refresh();
  };
  const takeOut = async (row: DraftRow) => {
    const sending = await sender();
    if (!sending) return say([{ message: words.offline }]);
    const sent = await sending.setState(row, "OPEN");
    if (!sent.ok) return say(sending.troublesAt(row, sent.failure, words));
    settle(row, "OPEN", null);
    router.refresh();
  };
  const mark = (...marked: Parameters<typeof marking.mark>) => (void sender(), marking.mark(...marked));
  return { ...marking, mark, rows, log, takeOut, busy, done };
}

/** Marks and changes, with what is missing for them. */
function useMarks({ account, source, words, fault }: Omit<DraftsGiven, "owner" | "rows">) {
  const { value: kept, change } = useDraft<DraftMarks>(account, `drafts-${source}`, FRESH);
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
  /** False if something is missing; its fields then say what. */
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
