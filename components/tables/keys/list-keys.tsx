"use client";
// The keys of a list, by their place on the keyboard, never while the user types or with single keys off: J
// and K move a cursor that has the real focus; the others act on its row.
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { fillIn } from "@/components/form/fill";
import { isTyping } from "@/components/shell/search-key";
import { send } from "@/lib/client/send";
import { moveCursor, cursorRow, startEditing, tickRow } from "./cursor-row";
import { listLetterOf, type ListLetter } from "./letters";

interface Props {
  words: { confirmed: string; away: string };
}

export function ListKeys({ words }: Props) {
  const router = useRouter();
  const [message, setMessage] = useState("");
  useEffect(() => {
    const undos: (() => void)[] = [];
    const confirm = async (reference: string) => {
      const sent = await send("POST", `/pledges/${reference}/confirm`, {});
      setMessage(
        sent.ok
          ? fillIn(words.confirmed, { reference })
          : "refusal" in sent.failure
            ? sent.failure.refusal.detail
            : words.away,
      );
      if (sent.ok) router.refresh();
    };
    const does: Record<ListLetter, (row: HTMLElement | null, through: boolean) => unknown> = {
      J: () => moveCursor(1),
      K: () => moveCursor(-1),
      X: (row, through) => {
        const undo = row && tickRow(row, through);
        if (undo) undos.push(undo);
        return undo;
      },
      Z: () => undos.pop()?.(),
      C: (row) => {
        if (pressBulk("confirm")) return;
        const reference = row?.querySelector<HTMLElement>("[data-inline]")?.dataset.inline;
        if (reference !== undefined) void confirm(reference);
      },
      A: (row) => {
        if (pressBulk("owner") || !row) return;
        const answer = row.querySelector<HTMLElement>("a[data-answer]");
        if (answer) answer.click();
        else startEditing(row, "owner");
      },
      N: (row) => pressBulk("nextAction") || (row && startEditing(row, "nextAction")),
      Q: (row) => {
        const address = row?.querySelector<HTMLElement>("[data-ask]")?.dataset.ask;
        if (address !== undefined) location.assign(address);
      },
      E: () => document.querySelector<HTMLElement>("[data-export]")?.click(),
      F: () => {
        const [field] = FILTERS.flatMap((one) => document.querySelector<HTMLElement>(one) ?? []);
        field?.focus();
      },
    };
    const listen = (event: KeyboardEvent) => {
      const { shiftKey, target } = event;
      const letter = listLetterOf(event.code);
      if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
      if (!letter || (shiftKey && letter !== "X")) return;
      if (isWriting(target) || document.documentElement.dataset.keys === "off") return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      does[letter](cursorRow(), shiftKey);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [router, words]);
  return (
    <p role="status" className={message === "" ? "sr-only" : "flex min-h-8 items-center"}>
      {message}
    </p>
  );
}

/** If rows are ticked, a key acts on all of them. */
function pressBulk(does: string): boolean {
  const button = document.querySelector<HTMLElement>(`[data-bulk=${does}]`);
  button?.click();
  return button !== null;
}

/** Letters can't be typed into a checkbox. */
const isWriting = (target: EventTarget | null): boolean =>
  isTyping(target) && !(target instanceof HTMLInputElement && target.type === "checkbox");

/** The typed filter, else the box for words, else the button that opens the boxes. */
const FILTERS = ["[data-filter]", "main input[type=search]", "main form summary", "main form select"];
