"use client";
// Writes to a question, on the version that the user read. After a conflict, the user reads first;
// the typed text stays.
import { useState } from "react";
import { fillIn } from "@/components/form/fill";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useForm, type NewForm } from "@/components/form/use-form";
import type { QuestionWords } from "./words";

interface Said {
  reference: string;
  version: number;
  does: "answer" | "withdraw" | "reopen";
  body: object;
  /** The field that shows that somebody else came first. */
  field: string;
  /** The next page's message. */
  done: string;
}

export function useQuestionEntry<Draft extends object>(words: QuestionWords, draft: NewForm<Draft>) {
  const form = useForm(words, draft);
  const [overtaken, setOvertaken] = useState(false);
  const write = async ({ reference, version, does, body, field, done }: Said) => {
    const page = `/questions/${reference}`;
    const sent = await form.saveAny({ method: "POST", path: `${page}/${does}`, version, body, meets: true });
    if (sent?.ok) {
      form.forget();
      return navigateWithMessage(page, done);
    }
    if (sent?.failure.is !== "conflict") return;
    setOvertaken(true);
    form.say([{ field, message: fillIn(words.overtaken, { who: sent.failure.conflict.changedBy }) }]);
  };
  return { ...form, write, overtaken };
}
