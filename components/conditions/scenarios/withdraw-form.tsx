"use client";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { ScenarioWords } from "./words";

interface Props {
  title: string;
  id: string;
  version: number;
  words: ScenarioWords;
}

/** It leaves the list and stays on record. */
export function WithdrawForm({ title, id, version, words }: Props) {
  const { draft, fieldOf, save, say, leave, frame } = useForm(words, {
    name: `scenario-withdraw-${id}`,
    fresh: { reason: "" },
  });
  const send = async () => {
    const reason = draft.reason.trim();
    if (reason === "") return say([{ field: "reason", message: words["missing-withdrawn-reason"] }]);
    const body = { withdrawn: { reason } };
    const sent = await save({ method: "PATCH", path: `/scenarios/${id}`, version, body });
    if (sent?.ok) leave("/scenarios", words.withdrawn);
  };
  return (
    <FormFrame
      {...frame}
      title={title}
      submit={words.withdraw}
      onSubmit={send}
      cancelHref={`/scenarios/${id}`}
      danger
    >
      <TextControl {...fieldOf("reason")} required label={words.reason} />
    </FormFrame>
  );
}
