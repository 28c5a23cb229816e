"use client";
// Retracting: one required field, the reason.
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { useSave } from "@/components/form/use-save";
import type { PledgeFormWords } from "./options";

interface Props {
  account: string;
  title: string;
  label: string;
  submit: string;
  /** Below /api/v1. */
  path: string;
  /** The page that the user came from, and goes back to. */
  page: string;
  words: PledgeFormWords;
}

export function RetractForm({ account, title, label, submit, path, page, words }: Props) {
  const kept = useDraft(account, `reason-${path}`, { reason: "" });
  const { saveAny, errors, troubles, attempt, busy } = useSave(words);
  const reason = kept.value.reason.trim();
  const send = async () => {
    const sent = await saveAny({ method: "POST", path, body: reason === "" ? {} : { reason } });
    if (!sent?.ok) return;
    kept.forget();
    location.assign(page);
  };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy, submit }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      onSubmit={() => void send()}
      cancelHref={page}
      danger
      className="lform max-w-3xl"
    >
      <TextControl
        errors={errors}
        errorPrefix={words.errorPrefix}
        path="reason"
        required
        label={label}
        value={kept.value.reason}
        onChange={(text) => kept.change(() => ({ reason: text }))}
        rows={3}
      />
    </FormFrame>
  );
}
