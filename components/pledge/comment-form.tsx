"use client";
import { useState, type FormEvent } from "react";
import { takingOver } from "@/components/form/controls";
import { newKey, send } from "@/lib/client/send";

export interface CommentWords {
  label: string;
  hint: string;
  submit: string;
  empty: string;
  offline: string;
}

/** Everybody who reads the pledge sees it, at once and for good. */
export function CommentForm({ reference, words }: { reference: string; words: CommentWords }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [key, setKey] = useState(newKey);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === "") return setError(words.empty);
    const sent = await send("POST", `/pledges/${reference}/comments`, { text: text.trim() }, { key });
    if (sent.ok) return location.replace(`/pledges/${reference}?comment=${newKey()}#activity`);
    setError(messageOf(sent.failure, words));
  };
  return (
    <form className="cform" method="post" noValidate onSubmit={(event) => void submit(event)}>
      <label className="lab" htmlFor="comment">
        {words.label}
      </label>
      <p className="hint" id="comment-hint">
        {words.hint}
      </p>
      {error ? (
        <p className="errmsg" id="comment-error" role="alert">
          {error}
        </p>
      ) : null}
      <textarea
        id="comment"
        className="input"
        ref={takingOver(text, setText)}
        rows={3}
        value={text}
        aria-describedby={error ? "comment-hint comment-error" : "comment-hint"}
        aria-invalid={error ? true : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setKey(newKey());
        }}
        onKeyDown={(event) => {
          if (event.code === "Enter" && event.ctrlKey) void submit();
        }}
      />
      <div className="ca">
        <button type="submit" className="btn">
          {words.submit} <kbd>Ctrl Enter</kbd>
        </button>
      </div>
    </form>
  );
}

function messageOf(
  failure: Exclude<Awaited<ReturnType<typeof send>>, { ok: true }>["failure"],
  words: CommentWords,
): string {
  if (failure.is === "offline") return words.offline;
  return failure.is === "fields"
    ? (failure.errors[0]?.message ?? failure.refusal.detail)
    : failure.refusal.detail;
}
