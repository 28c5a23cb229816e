"use client";
import { TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { FindingWords } from "./words";

interface Props {
  account: string;
  /** `pledge:FR-3-001` */
  about: string;
  title: string;
  /** The record's page. */
  page: string;
  words: FindingWords;
}

export function NoteForm({ account, about, title, page, words }: Props) {
  const kept = useDraft(account, `finding-new-${about}`, { text: "" });
  const { save, say, errors, troubles, attempt, busy } = useSave(words);
  const submit = async () => {
    const text = kept.value.text.trim();
    if (text === "") return say([{ field: "text", message: words.empty }]);
    const sent = await save({ method: "POST", path: "/findings", body: { about, text } });
    if (!sent?.ok) return;
    const { reference } = sent.value;
    kept.forget();
    navigateWithMessage(`/findings/${reference}`, fillIn(words.noted, { reference }));
  };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.submit}
      onSubmit={() => void submit()}
      cancelHref={page}
      className="lform max-w-3xl"
    >
      <TextControl
        errors={errors}
        errorPrefix={words.errorPrefix}
        path="text"
        required
        label={words.text}
        hint={words.textHint}
        value={kept.value.text}
        onChange={(text) => kept.change(() => ({ text }))}
        rows={6}
      />
    </FormFrame>
  );
}
