"use client";
// Undoes an import. The reason goes on record with each of its pledges.
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { ImportFormWords } from "./words";

export function UndoForm({ id, words }: { id: string; words: ImportFormWords<"undo"> }) {
  const { draft, fieldOf, save, say, leave, frame } = useForm(words, {
    name: `undo-${id}`,
    fresh: { reason: "" },
    keyed: false,
  });
  const submit = async () => {
    const reason = draft.reason.trim();
    if (reason === "") return say([{ field: "reason", message: words["missing-reason"] }]);
    const sent = await save({ method: "POST", path: `/imports/${id}/undo`, body: { reason } });
    if (sent?.ok) leave(`/imports/${id}`);
  };
  return (
    <FormFrame
      {...frame}
      title={words.title}
      submit={words.submit}
      onSubmit={submit}
      cancelHref="/imports"
      danger
    >
      <TextControl {...fieldOf("reason")} required label={words.reason} rows={2} />
    </FormFrame>
  );
}
