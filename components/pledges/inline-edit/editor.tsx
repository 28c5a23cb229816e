"use client";
// The pledge as it is now, and what can be changed without leaving the list. Its words come with the script.
import { useEffect, useRef, useState } from "react";
import { fillIn } from "@/components/form/fill";
import { load } from "@/lib/client/send";
import { EditorForm } from "./editor-form";
import type { EditorProps, InlineRead } from "./read";
import { inlineWords } from "./words";

export function Editor(props: EditorProps) {
  const words = inlineWords();
  const { reference, onClose } = props;
  const [read, setRead] = useState<InlineRead | "away" | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const one = new AbortController();
    void load(`/pledges/${reference}`, one.signal).then((sent) => {
      if (!one.signal.aborted) setRead(sent.ok ? sent.value : "away");
    });
    return () => one.abort();
  }, [reference]);
  const isForm = read !== null && read !== "away" && read.may.edit;
  // Without a form, the box takes the focus, so that the keyboard continues where the user opened it.
  useEffect(() => {
    if (!isForm) box.current?.focus();
  }, [isForm]);
  return (
    <div
      className="inlinebox px-3 pt-3 pb-2 border-l-3 border-l-text bg-sunken"
      role="group"
      aria-label={fillIn(words.title, { reference })}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (event.code !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {isForm ? (
        <EditorForm {...props} read={read} />
      ) : (
        <p role="status">
          {fillIn(read === null ? words.loading : read === "away" ? words.away : words.notYours, {
            reference,
          })}{" "}
          {read === null ? null : <a href={`/pledges/${reference}/edit`}>{words.whole}</a>}
        </p>
      )}
    </div>
  );
}
