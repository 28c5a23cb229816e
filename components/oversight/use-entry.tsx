"use client";
// Writes to a question or a finding, on the version that the user read. After a conflict, the user reads first;
// the typed text stays.
import { useState } from "react";
import { fillIn } from "@/components/form/fill";
import { useForm, type NewForm } from "@/components/form/use-form";
import type { FormWords } from "@/components/form/words";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";

interface Words extends FormWords {
  overtaken: string;
  reload: string;
}

interface EntryRequest {
  page: string;
  version: number;
  does: "answer" | "withdraw" | "close" | "reopen";
  body: object;
  /** The field that shows that someone else came first. */
  field: string;
  /** The next page's message. */
  done: string;
}

export function useEntry<Draft extends object>(words: Words, draft: NewForm<Draft>) {
  const form = useForm(words, draft);
  const [overtaken, setOvertaken] = useState(false);
  const write = async ({ page, version, does, body, field, done }: EntryRequest) => {
    const sent = await form.saveAny({ method: "POST", path: `${page}/${does}`, version, body, meets: true });
    if (sent?.ok) {
      return form.leave(page, done);
    }
    if (sent?.failure.is !== "conflict") return;
    setOvertaken(true);
    form.say([{ field, message: fillIn(words.overtaken, { who: sent.failure.conflict.changedBy }) }]);
  };
  const reload = (
    <ScriptButton className={buttonLook("large")} onClick={() => location.reload()}>
      {words.reload}
    </ScriptButton>
  );
  return { ...form, write, frame: { ...form.frame, also: overtaken ? reload : undefined } };
}
