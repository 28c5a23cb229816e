"use client";
// Writes to a question, on the version that the user read. After a conflict, the user reads first;
// the typed text stays.
import { useState } from "react";
import { fillIn } from "@/components/form/fill";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
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
  forget: () => void;
}

export function useQuestionEntry(words: QuestionWords) {
  const { saveAny, say, ...shown } = useSave(words);
  const [overtaken, setOvertaken] = useState(false);
  const write = async ({ reference, version, does, body, field, done, forget }: Said) => {
    const page = `/questions/${reference}`;
    const sent = await saveAny({ method: "POST", path: `${page}/${does}`, version, body, meets: true });
    if (sent?.ok) {
      forget();
      return navigateWithMessage(page, done);
    }
    if (sent?.failure.is !== "conflict") return;
    setOvertaken(true);
    say([{ field, message: fillIn(words.overtaken, { who: sent.failure.conflict.changedBy }) }]);
  };
  return { write, say, overtaken, ...shown };
}
