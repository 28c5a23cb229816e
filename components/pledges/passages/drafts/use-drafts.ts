"use client";
// What becomes of drafted pledges before they are logged: marked and changed, then sent one by one.
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Trouble } from "@/components/form/field-errors";
import type { DraftRow } from "./rows";
import { missingInGrade } from "./missing";
import type { DraftSender } from "./sending";
import { useMarks, type MarksGiven } from "./use-marks";
import { useSender } from "./use-sender";

export interface DraftsGiven extends MarksGiven {
  owner: string;
  rows: readonly DraftRow[];
}

export function useDrafts({ owner, source, rows: given, words, fault }: DraftsGiven) {
  const router = useRouter();
  const sender = useSender();
  const marking = useMarks({ source, words, fault });
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
  /** For what the page says around the rows. Without a row in its address, it would turn to the first open draft. */
  const refresh = () => {
    const address = new URL(location.href);
    const [first] = given;
    if (first && !given.some(({ id }) => id === address.searchParams.get("row"))) {
      address.searchParams.set("row", first.id);
      address.searchParams.delete("error");
      history.replaceState(null, "", address);
    }
    router.refresh();
  };
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
    // Several drafts may repeat the same pledge.
    setDone((before) => [...new Set([...before, reference])]);
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
    refresh();
  };
  const takeOut = async (row: DraftRow) => {
    const sending = await sender();
    if (!sending) return say([{ message: words.offline }]);
    const sent = await sending.setState(row, "OPEN");
    if (!sent.ok) return say(sending.troublesAt(row, sent.failure, words));
    settle(row, "OPEN", null);
    refresh();
  };
  const mark = (...marked: Parameters<typeof marking.mark>) => (void sender(), marking.mark(...marked));
  return { ...marking, mark, rows, log, takeOut, busy, done };
}
