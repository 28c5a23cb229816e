"use client";
// What all forms share: the error summary, messages, Ctrl+Enter, the row of buttons.
import { useEffect, type KeyboardEvent, type ReactNode } from "react";
import { ErrorTitle } from "@/components/ui/errors/error-title";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { NoScript } from "@/components/ui/page/no-script";
import { ScriptButton } from "@/components/ui/script-button";
import { errorsByField, FieldErrorsContext, type Trouble } from "./field-errors";
import { FormErrors } from "./sending/form-errors";
import { SubmitButton } from "./sending/submit-button";
import { fillIn } from "./fill";
import { useChangedMeanwhile } from "./changed-meanwhile";
import type { FormWords } from "./words";

interface Props {
  words: FormWords;
  title: string;
  troubles: readonly Trouble[];
  /** As of `useSave`. */
  clear?: (...fields: string[]) => void;
  attempt: number;
  busy: boolean;
  submit: string;
  onSubmit: () => Promise<void> | void;
  cancelHref: string;
  /** Path of the record that it changes, if the page is about another one. */
  path?: string;
  /** A calm message at the top. */
  note?: ReactNode;
  /** Discards an unsaved draft; set where one was found. */
  onDiscard?: () => void;
  /** The id of the control to focus, or the start of its id. */
  focus?: string | null;
  /** Next to the submit button. */
  also?: ReactNode;
  danger?: boolean;
  onKey?: (event: KeyboardEvent) => void;
  className?: string;
  children: ReactNode;
}

export function FormFrame(props: Props) {
  const { words, title, troubles, clear, attempt, busy, submit, onSubmit, cancelHref, children } = props;
  const { path, note, onDiscard, focus = null, also, danger, onKey, className = "lform max-w-3xl" } = props;
  const changedBy = useChangedMeanwhile(path);
  useEffect(() => {
    if (focus !== null) controlAt(focus)?.focus();
  }, [focus]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code === "Enter" && event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      void onSubmit();
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
        void onSubmit();
      }}
    >
      {troubles.length > 0 ? <ErrorTitle prefix={words.errorPrefix} title={title} /> : null}
      <FormErrors {...{ troubles, words, attempt }} />
      <div role="status">
        {note ? <div className={noticeLook("mb-4")}>{note}</div> : null}
        {onDiscard ? (
          <p className="flex items-center gap-1.5 mb-4">
            {words.restored}{" "}
            <ScriptButton className={buttonLook("plain")} onClick={onDiscard}>
              {words.discard}
            </ScriptButton>
          </p>
        ) : null}
      </div>
      <NoScript>{words.noScript}</NoScript>
      <p className="text-caption text-muted reqnote">{words.requiredNote}</p>
      <FieldErrorsContext value={{ errors: errorsByField(troubles), errorPrefix: words.errorPrefix, clear }}>
        {children}
      </FieldErrorsContext>
      <div className="form-end max-md:flex-col">
        <SubmitButton
          className={danger ? buttonLook("danger large") : buttonLook("primary large")}
          busy={busy}
        >
          {busy ? words.saving : submit}
        </SubmitButton>
        {also}
        <a className={buttonLook("plain large")} href={cancelHref}>
          {words.cancel}
        </a>
        {changedBy === null ? null : (
          <p className="m-0 basis-full text-caption">{fillIn(words.changedMeanwhile, { who: changedBy })}</p>
        )}
      </div>
    </form>
  );
}

function controlAt(path: string): HTMLElement | null {
  const id = CSS.escape(path);
  return document.querySelector<HTMLElement>(
    `#${id}:is(input, select, textarea), [id^="${id}."]:is(input, select, textarea), #${id} input`,
  );
}
