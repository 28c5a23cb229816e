"use client";
import { SelectControl, TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useDraft } from "@/components/form/use-draft";
import { useSave } from "@/components/form/use-save";
import type { Option } from "@/components/form/words";
import type { SuggestWords } from "./words";

interface Props {
  account: string;
  reference: string;
  title: string;
  fields: readonly Option[];
  words: SuggestWords;
}

const FRESH = { text: "", field: "", why: "", address: "" };

export function SuggestForm({ account, reference, title, fields, words }: Props) {
  const page = `/pledges/${reference}`;
  const kept = useDraft(account, `suggest-${reference}`, FRESH);
  const { saveAny, say, errors, troubles, attempt, busy } = useSave(words);
  const { text, field, why, address } = kept.value;
  const set = (part: Partial<typeof FRESH>) => kept.change((before) => ({ ...before, ...part }));
  const submit = async () => {
    const missing = [
      ...(text.trim() === "" ? [{ field: "text", message: words.missingText }] : []),
      ...(why.trim() === "" ? [{ field: "why", message: words.missingWhy }] : []),
    ];
    if (missing.length > 0) return say(missing);
    const body = {
      text: text.trim(),
      why: why.trim(),
      field: field || null,
      address: address.trim() || null,
    };
    const sent = await saveAny({ method: "POST", path: `${page}/suggestions`, body });
    if (!sent?.ok) return;
    kept.forget();
    navigateWithMessage(page, words.sent);
  };
  const shared = { errors, errorPrefix: words.errorPrefix };
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
        {...shared}
        path="text"
        required
        label={words.text}
        hint={words.textHint}
        value={text}
        onChange={(value) => set({ text: value })}
        rows={4}
      />
      <SelectControl
        {...shared}
        path="field"
        label={words.field}
        value={field}
        onChange={(value) => set({ field: value })}
        options={fields}
        none={words.fieldNone}
      />
      <TextControl
        {...shared}
        path="why"
        required
        label={words.why}
        hint={words.whyHint}
        value={why}
        onChange={(value) => set({ why: value })}
        rows={3}
      />
      <TextControl
        {...shared}
        path="address"
        type="url"
        label={words.address}
        hint={words.addressHint}
        value={address}
        onChange={(value) => set({ address: value })}
      />
    </FormFrame>
  );
}
