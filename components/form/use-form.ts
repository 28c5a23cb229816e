"use client";
// A form that sends something new: its draft, and the outcome of sending it.
import { textFields } from "./controls";
import { navigateWithMessage } from "./flash-message";
import { tickFields } from "./tick-field";
import { useDraft } from "./use-draft";
import { useSave } from "./use-save";
import type { FormWords } from "./words";

export interface NewForm<Draft> {
  /** Name of the draft in this browser's storage. */
  name: string;
  fresh: Draft;
  /** Adapts a found draft to this page. */
  placed?: (found: Draft) => Draft;
  /** As for `useSave`. */
  keyed?: boolean;
}

export function useForm<Draft extends object>(words: FormWords, form: NewForm<Draft>) {
  const { name, fresh, placed, keyed } = form;
  const { value: draft, change, startOver, forget, restored } = useDraft(name, fresh, placed);
  const { save, saveAny, say, errors, ...shown } = useSave(words, keyed);
  const set = (part: Partial<Draft> | ((before: Draft) => Partial<Draft>)) => {
    change((before) => ({ ...before, ...(typeof part === "function" ? part(before) : part) }));
  };
  return {
    draft,
    set,
    change,
    fieldOf: textFields(draft, set),
    ticksOf: tickFields(draft, set),
    forget,
    /** Discards the draft and goes to a page, which shows the message. */
    leave: (page: string, message: string | null = null) => {
      forget();
      navigateWithMessage(page, message);
    },
    save,
    saveAny,
    say,
    errors,
    /** For `<FormFrame>`. */
    frame: { words, ...shown, ...(restored ? { onDiscard: () => startOver() } : {}) },
  };
}
