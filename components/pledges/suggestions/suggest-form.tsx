"use client";
import { SelectControl, TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { Option } from "@/components/form/words";
import type { SuggestWords } from "./words";

interface Props {
  reference: string;
  title: string;
  fields: readonly Option[];
  words: SuggestWords;
}

const FRESH = { text: "", field: "", why: "", address: "" };

export function SuggestForm({ reference, title, fields, words }: Props) {
  const page = `/pledges/${reference}`;
  const { draft, fieldOf, saveAny, say, leave, frame } = useForm(words, {
    name: `suggest-${reference}`,
    fresh: FRESH,
  });
  const { text, field, why, address } = draft;
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
    if (sent?.ok) leave(page, words.sent);
  };
  return (
    <FormFrame {...frame} title={title} submit={words.submit} onSubmit={submit} cancelHref={page}>
      <TextControl {...fieldOf("text")} required label={words.text} hint={words.textHint} rows={4} />
      <SelectControl {...fieldOf("field")} label={words.field} options={fields} none={words.fieldNone} />
      <TextControl {...fieldOf("why")} required label={words.why} hint={words.whyHint} rows={3} />
      <TextControl {...fieldOf("address")} type="url" label={words.address} hint={words.addressHint} />
    </FormFrame>
  );
}
