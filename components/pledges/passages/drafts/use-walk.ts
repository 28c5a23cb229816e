"use client";
import { useState } from "react";
import { DRAFT_SAYS, type DraftSays } from "@/lib/domain/passages/pledge-draft";
import { useRowFocus, useRowKeys } from "./row-keys";
import type { DraftRow } from "./rows";
import type { DraftAs } from "./missing";
import type { useDrafts } from "./use-drafts";

/** Which row is current, and what the keys do to it, or to the one whose line has the focus. */
export function useWalk(drafts: ReturnType<typeof useDrafts>, at: string | null) {
  const { rows, kept } = drafts;
  const [currentId, setCurrent] = useState(
    at ?? rows.find(({ state }) => state === "OPEN")?.id ?? rows[0]?.id,
  );
  const found = rows.findIndex(({ id }) => id === currentId);
  const place = Math.max(0, found);
  const current = rows[place];
  const goTo = (row: DraftRow | undefined) => {
    if (row) setCurrent(row.id);
  };
  const isWaiting = (row: DraftRow): boolean => row.state === "OPEN" && kept.marks[row.id] === undefined;
  const markOne = (row: DraftRow, as: DraftAs) => {
    if (row.state !== "OPEN" || !drafts.mark(row, as)) return;
    const others = [...rows.slice(rows.indexOf(row) + 1), ...rows].filter(({ id }) => id !== row.id);
    goTo(others.find(isWaiting) ?? row);
  };
  const undo = (row: DraftRow | undefined) => {
    if (!row) return;
    if (row.state === "ASIDE") void drafts.takeOut(row);
    else drafts.unmark(row.id);
    goTo(row);
  };
  useRowFocus(currentId);
  useRowKeys((code) => {
    if (code === "Enter") return (void drafts.log(), true);
    const focused = rows.findIndex(({ id }) => document.activeElement?.id === `row-${id}`);
    const at = focused < 0 ? place : focused;
    const row = rows[at];
    if (!row) return false;
    const digit = /^(?:Digit|Numpad)([1-5])$/.exec(code)?.[1];
    if (code === "KeyJ" || code === "ArrowDown") goTo(rows[at + 1]);
    else if (code === "KeyK" || code === "ArrowUp") goTo(rows[at - 1]);
    else if (code === "KeyZ") undo(rows.find(({ id }) => id === kept.marked.at(-1)));
    else if (row.state !== "OPEN") return false;
    else if (code === "KeyA") markOne(row, "accepted");
    else if (code === "KeyS") markOne(row, "skipped");
    else if (code === "KeyE") document.getElementById(`${row.id}.participant`)?.focus();
    else if (code === "KeyM") drafts.edit(row.id, { says: nextSays(row.edit.says) });
    else if (digit !== undefined) drafts.edit(row.id, { priority: digit });
    else return false;
    return true;
  });
  return { current, goTo, isWaiting, markOne, undo };
}

const nextSays = (says: DraftSays): DraftSays =>
  DRAFT_SAYS[(DRAFT_SAYS.indexOf(says) + 1) % DRAFT_SAYS.length] ?? says;
