"use client";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { RequirementWords, RequirementOptions } from "./words";
import { requirementBody, FRESH } from "./draft";
import { RequirementFields } from "./requirement-fields";

interface Props {
  title: string;
  options: RequirementOptions;
  words: RequirementWords;
}

export function NewRequirementForm({ title, options, words }: Props) {
  const { draft, set, fieldOf, save, leave, frame } = useForm(words, {
    name: "requirement-new",
    fresh: FRESH,
  });
  const submit = async () => {
    const body = { reference: draft.reference.trim().toUpperCase(), ...requirementBody(draft) };
    const sent = await save({ method: "POST", path: "/requirements", body });
    if (sent?.ok) leave(`/requirements/${sent.value.reference}`);
  };
  return (
    <FormFrame {...frame} title={title} submit={words.record} onSubmit={submit} cancelHref="/requirements">
      <TextControl {...fieldOf("reference")} required label={words.reference} hint={words.referenceHint} />
      <RequirementFields {...{ draft, set, options, words }} />
    </FormFrame>
  );
}
