"use client";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import { type RequirementWords, type RequirementOptions } from "./words";
import { requirementBody, FRESH, type RequirementDraft } from "./draft";
import { RequirementFields } from "./requirement-fields";

interface Props {
  account: string;
  title: string;
  options: RequirementOptions;
  words: RequirementWords;
}

export function NewRequirementForm({ account, title, options, words }: Props) {
  const kept = useDraft(account, "requirement-new", FRESH);
  const { save, errors, troubles, attempt, busy } = useSave(words);
  const draft = kept.value;
  const set = (part: Partial<RequirementDraft>) => kept.change((before) => ({ ...before, ...part }));
  const submit = async () => {
    const body = { reference: draft.reference.trim().toUpperCase(), ...requirementBody(draft) };
    const sent = await save({ method: "POST", path: "/requirements", body });
    if (!sent?.ok) return;
    kept.forget();
    navigateWithMessage(`/requirements/${sent.value.reference}`, null);
  };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.record}
      onSubmit={() => void submit()}
      cancelHref="/requirements"
      className="lform max-w-3xl"
    >
      <TextControl
        errors={errors}
        errorPrefix={words.errorPrefix}
        path="reference"
        required
        label={words.reference}
        hint={words.referenceHint}
        value={draft.reference}
        onChange={(reference) => set({ reference })}
      />
      <RequirementFields {...{ draft, set, errors, options, words }} />
    </FormFrame>
  );
}
