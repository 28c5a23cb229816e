"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition, type ComponentType } from "react";
import { createPortal } from "react-dom";
import { noticeLook } from "@/components/ui/looks";
import type { EditorProps } from "./read";

interface Opened {
  reference: string;
  opener: HTMLElement;
  row: HTMLTableRowElement;
  host: HTMLTableCellElement;
  Editor: ComponentType<EditorProps>;
}

/**
 * Links marked `data-inline` open an editor below their row; its script loads on demand.
 * Without a script, or with Ctrl, they lead to the whole form.
 */
export function InlineEdit({ owners }: Pick<EditorProps, "owners">) {
  const router = useRouter();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [message, setMessage] = useState("");
  const [waiting, startTransition] = useTransition();

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const opener =
        event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-inline]") : null;
      const row = opener?.closest("tr");
      const reference = opener?.dataset.inline;
      if (!opener || !row || reference === undefined) return;
      event.preventDefault();
      setMessage("");
      void import("./editor").then(
        ({ Editor }) => setOpened({ reference, opener, ...placeBelow(row), Editor }),
        () => location.assign(opener.getAttribute("href") ?? "/"),
      );
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, []);

  useEffect(() => () => opened?.row.remove(), [opened]);

  // A finished row may leave the list, and with it the link that had the focus.
  useEffect(() => {
    if (!waiting && message !== "" && document.activeElement === document.body)
      document.getElementById("main")?.focus();
  }, [waiting, message]);

  const close = () => {
    // The list may have been drawn again meanwhile.
    const { opener, row } = opened ?? {};
    const again = row?.previousElementSibling?.querySelector<HTMLElement>("[data-inline]");
    (opener?.isConnected ? opener : again)?.focus();
    setOpened(null);
  };
  const done = (words: string) => {
    close();
    setMessage(words);
    startTransition(() => router.refresh());
  };
  return (
    <>
      <div role="status">{message === "" ? null : <p className={noticeLook("done mb-4")}>{message}</p>}</div>
      {opened
        ? createPortal(
            <opened.Editor
              key={opened.reference}
              owners={owners}
              reference={opened.reference}
              onClose={close}
              onDone={done}
            />,
            opened.host,
          )
        : null}
    </>
  );
}

/** A new row: React owns none of the rows around it. */
function placeBelow(line: HTMLTableRowElement): Pick<Opened, "row" | "host"> {
  const row = document.createElement("tr");
  row.className = "inlinerow";
  row.dataset.guest = "";
  const host = row.insertCell();
  host.colSpan = Math.max(1, line.cells.length);
  line.after(row);
  return { row, host };
}
