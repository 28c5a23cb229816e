"use client";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { showMessage } from "@/components/form/flash-message";
import { adoptTyped } from "@/components/form/typed-early";
import { SubmitButton } from "@/components/form/sending/submit-button";
import { useDraft } from "@/components/form/use-draft";
import { useSave } from "@/components/form/use-save";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { visibleText } from "@/lib/domain/base/characters";
import type { CommentWords } from "./comment-words";

interface Props {
  reference: string;
  words: CommentWords;
}

/** Everyone who reads the pledge sees a comment at once, and it can't be removed. */
export function CommentForm({ reference, words }: Props) {
  const router = useRouter();
  const kept = useDraft(`comment-${reference}`, { text: "" });
  const { save, say, troubles, attempt, busy } = useSave(words);
  const text = kept.value.text;
  const setText = (next: string) => kept.change(() => ({ text: visibleText(next) }));
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === "") return say([{ message: words.empty }]);
    const sent = await save({
      method: "POST",
      path: `/pledges/${reference}/comments`,
      body: { text: text.trim() },
    });
    if (!sent?.ok) return;
    kept.startOver();
    showMessage(words.added);
    // The address may show older entries, or not the comments.
    router.replace(`/pledges/${reference}#activity`, { scroll: false });
    router.refresh();
  };
  const [error] = troubles;
  return (
    <form
      className="cform ml-47 max-md:ml-0"
      method="post"
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <label className="field-label text-ui font-semibold" htmlFor="comment">
        {words.label}
      </label>
      <p className="mb-1 text-muted" id="comment-hint">
        {words.hint}
      </p>
      {error ? (
        <p className={errorLook()} id="comment-error" role="alert" key={attempt}>
          {error.message}
        </p>
      ) : null}
      <textarea
        id="comment"
        className="input"
        ref={adoptTyped(text, setText)}
        rows={3}
        value={text}
        aria-describedby={error ? "comment-hint comment-error" : "comment-hint"}
        aria-invalid={error ? true : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.code === "Enter" && event.ctrlKey) void submit();
        }}
      />
      <div className="mt-2">
        <SubmitButton className={buttonLook()} busy={busy}>
          {words.submit} <kbd>Ctrl Enter</kbd>
        </SubmitButton>
      </div>
    </form>
  );
}
