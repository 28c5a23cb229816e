"use client";
// What all forms share: the error summary, the way to sign in again, Ctrl+Enter, the row of buttons.
import type { KeyboardEvent, ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { Words } from "./words";
import type { Trouble } from "./use-save";

interface Props {
  words: Words;
  title: string;
  troubles: readonly Trouble[];
  attempt: number;
  signedOut: boolean;
  busy: boolean;
  submit: string;
  onSubmit: () => void;
  cancelHref: string;
  /** Beside the submit button. */
  also?: ReactNode;
  danger?: boolean;
  onKey?: (event: KeyboardEvent) => void;
  className?: string;
  children: ReactNode;
}

export function FormFrame({
  words,
  title,
  troubles,
  attempt,
  signedOut,
  busy,
  submit,
  onSubmit,
  cancelHref,
  also,
  danger,
  onKey,
  className,
  children,
}: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === "Enter" && event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      onSubmit();
    } else onKey?.(event);
  };
  return (
    <form
      method="post"
      noValidate
      autoComplete="off"
      className={className}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {troubles.length > 0 ? (
        <>
          <title>{`${words.errorPrefix} ${title}`}</title>
          <ErrorSummary title={words.problem ?? ""} errors={troubles} attempt={attempt} />
        </>
      ) : null}
      {signedOut ? (
        <p className="mb-4">
          <a href="/sign-in" target="_blank" rel="noreferrer">
            {words.signIn}
          </a>
        </p>
      ) : null}
      {children}
      <div className="bar">
        <button type="submit" className={danger ? "btn danger big" : "btn primary big"} aria-busy={busy}>
          {busy ? words.saving : submit}
        </button>
        {also}
        <a className="btn plain big" href={cancelHref}>
          {words.cancel}
        </a>
      </div>
    </form>
  );
}
