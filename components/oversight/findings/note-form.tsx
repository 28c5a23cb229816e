"use client";
import { TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { FindingWords } from "./words";

interface Props {
  /** `pledge:FR-3-001` */
  about: string;
  title: string;
  /** The record's page. */
  page: string;
  words: FindingWords;
}

export function NoteForm({ about, title, page, words }: Props) {
  const { draft, fieldOf, save, say, leave, frame } = useForm(words, {
    name: `finding-new-${about}`,
    fresh: { text: "" },
  });
  const submit = async () => {
    const text = draft.text.trim();
    if (text === "") return say([{ field: "text", message: words.empty }]);
    const sent = await save({ method: "POST", path: "/findings", body: { about, text } });
    if (!sent?.ok) return;
    const { reference } = sent.value;
    leave(`/findings/${reference}`, fillIn(words.noted, { reference }));
  };
  return (
    <FormFrame {...frame} title={title} submit={words.submit} onSubmit={submit} cancelHref={page}>
      <TextControl {...fieldOf("text")} required label={words.text} hint={words.textHint} rows={6} />
    </FormFrame>
  );
}
