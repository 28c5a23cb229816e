"use client";
// Marks and changes of drafts, kept in this tab, with what is missing for them.
import { useState } from "react";
import { errorsByField, type Trouble } from "@/components/form/field-errors";
import { useDraft } from "@/components/form/use-draft";
import type { DraftEdit, DraftRow, DraftsWords } from "./rows";
import { missingInRow, type DraftAs, type GradeTyped } from "./missing";

interface DraftMarks {
  marks: Record<string, DraftAs>;
  edits: Record<string, Partial<DraftEdit>>;
  grade: GradeTyped;
  /** Ids in the order in which they were marked. */
  marked: string[];
}

const NO_GRADE: GradeTyped = { kind: "", reliability: "", credibility: "" };
const FRESH: DraftMarks = { marks: {}, edits: {}, grade: NO_GRADE, marked: [] };

export interface MarksGiven {
  source: string;
  words: DraftsWords;
  /** Why a form sent without a script was refused. */
  fault: Trouble | null;
}

export function useMarks({ source, words, fault }: MarksGiven) {
  const { value: kept, change } = useDraft<DraftMarks>(`drafts-${source}`, FRESH);
  const [troubles, setTroubles] = useState<Trouble[]>(fault ? [fault] : []);
  const [attempt, setAttempt] = useState(0);
  const say = (found: Trouble[]) => {
    setTroubles(found);
    setAttempt((n) => n + 1);
  };
  const edit = (id: string, part: Partial<DraftEdit>) => {
    // Whether it can repeat a pledge depends on what it says.
    const changed = "says" in part ? { ...part, repeats: "" } : part;
    const fields = Object.keys(changed).map((name) => `${id}.${name}`);
    setTroubles((before) => before.filter(({ field }) => !fields.includes(field ?? "")));
    change((before) => ({ ...before, edits: { ...before.edits, [id]: { ...before.edits[id], ...part } } }));
  };
  /** False if something is missing; its fields then say what. */
  const mark = (row: DraftRow, as: DraftAs): boolean => {
    const missing = as === "accepted" ? missingInRow(row, words) : [];
    // Without a field it is about the last try to log, such as that nothing was accepted.
    const isStill = ({ field }: Trouble) => field !== undefined && !field.startsWith(`${row.id}.`);
    setTroubles((before) => [...before.filter(isStill), ...missing]);
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
