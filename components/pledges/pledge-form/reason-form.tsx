"use client";
// Retracting: one required field, the reason.
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { PledgeFormWords } from "./options";

interface Props {
  title: string;
  label: string;
  submit: string;
  /** Below /api/v1. */
  path: string;
  /** The page that the user came from, and goes back to. */
  page: string;
  /** Says there that it is retracted. */
  done: string;
  words: PledgeFormWords;
}

export function RetractForm({ title, label, submit, path, page, done, words }: Props) {
  const { draft, fieldOf, saveAny, leave, frame } = useForm(words, {
    name: `reason-${path}`,
    fresh: { reason: "" },
  });
  const reason = draft.reason.trim();
  const send = async () => {
    const sent = await saveAny({ method: "POST", path, body: reason === "" ? {} : { reason } });
    if (sent?.ok) leave(page, done);
  };
  return (
    <FormFrame {...frame} title={title} submit={submit} onSubmit={send} cancelHref={page} danger>
      <TextControl {...fieldOf("reason")} required label={label} rows={3} />
    </FormFrame>
  );
}
