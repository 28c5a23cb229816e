"use client";
// An answer, a closing or a reopening: one text. After a conflict, the user first reads what was written meanwhile;
// the typed text stays.
import { useState } from "react";
import { TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useForm } from "@/components/form/use-form";
import { buttonLook } from "@/components/ui/looks";
import type { FindingWords } from "./words";
import { ScriptButton } from "@/components/ui/script-button";

interface Props {
  account: string;
  reference: string;
  version: number;
  does: "answer" | "close" | "reopen";
  words: FindingWords;
}

const SAID = { answer: "answered", close: "closed", reopen: "reopened" } as const;

export function EntryForm({ account, reference, version, does, words }: Props) {
  const { draft, fieldOf, saveAny, say, forget, frame } = useForm(words, {
    account,
    name: `finding-${does}-${reference}`,
    fresh: { text: "" },
  });
  const [overtaken, setOvertaken] = useState(false);
  const page = `/findings/${reference}`;
  const submit = async () => {
    const text = draft.text.trim();
    if (text === "") return say([{ field: "text", message: words.empty }]);
    const sent = await saveAny({
      method: "POST",
      path: `${page}/${does}`,
      version,
      body: { text },
      meets: true,
    });
    if (sent?.ok) {
      forget();
      return navigateWithMessage(page, words[SAID[does]]);
    }
    if (sent?.failure.is !== "conflict") return;
    setOvertaken(true);
    say([{ field: "text", message: fillIn(words.overtaken, { who: sent.failure.conflict.changedBy }) }]);
  };
  return (
    <FormFrame
      {...frame}
      title={words[does]}
      submit={words[does]}
      onSubmit={submit}
      also={
        overtaken ? (
          <ScriptButton className={buttonLook("large")} onClick={() => location.reload()}>
            {words.reload}
          </ScriptButton>
        ) : undefined
      }
      cancelHref="/findings"
    >
      <TextControl
        {...fieldOf("text")}
        required
        label={words[`${does}Label`]}
        hint={words[`${does}Hint`]}
        rows={4}
      />
    </FormFrame>
  );
}
