"use client";
// Undoes an import. The reason goes on record with each of its pledges.
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { ImportFormWords } from "./words";

export function UndoForm({
  account,
  id,
  words,
}: {
  account: string;
  id: string;
  words: ImportFormWords<"undo">;
}) {
  const kept = useDraft(account, `undo-${id}`, { reason: "" });
  const { save, say, busy, troubles, errors, attempt } = useSave(words, false);
  const submit = async () => {
    const reason = kept.value.reason.trim();
    if (reason === "") return say([{ field: "reason", message: words["missing-reason"] }]);
    const sent = await save({ method: "POST", path: `/imports/${id}/undo`, body: { reason } });
    if (!sent?.ok) return;
    kept.forget();
    navigateWithMessage(`/imports/${id}`, null);
  };
  return (
    <FormFrame
      {...{ words, title: words.title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.submit}
      onSubmit={() => void submit()}
      cancelHref="/imports"
      danger
      className="lform max-w-3xl"
    >
      <TextControl
        path="reason"
        required
        label={words.reason}
        errors={errors}
        errorPrefix={words.errorPrefix}
        value={kept.value.reason}
        onChange={(reason) => kept.change(() => ({ reason }))}
        rows={2}
      />
    </FormFrame>
  );
}
