"use client";
// An answer, a closing or a reopening: one text. After a conflict, the user first reads what was written meanwhile;
// the typed text stays.
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useEntry } from "../use-entry";
import type { FindingWords } from "./words";

interface Props {
  reference: string;
  version: number;
  does: "answer" | "close" | "reopen";
  words: FindingWords;
}

const SAID = { answer: "answered", close: "closed", reopen: "reopened" } as const;

export function EntryForm({ reference, version, does, words }: Props) {
  const { draft, fieldOf, write, say, frame } = useEntry(words, {
    name: `finding-${does}-${reference}`,
    fresh: { text: "" },
  });
  const submit = () => {
    const text = draft.text.trim();
    if (text === "") return say([{ field: "text", message: words.empty }]);
    return void write({
      page: `/findings/${reference}`,
      version,
      does,
      body: { text },
      field: "text",
      done: words[SAID[does]],
    });
  };
  return (
    <FormFrame {...frame} title={words[does]} submit={words[does]} onSubmit={submit} cancelHref="/findings">
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
