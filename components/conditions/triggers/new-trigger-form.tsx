"use client";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { useSave } from "@/components/form/use-save";
import type { TriggerOptions, TriggerWords } from "./form-words";
import { ALWAYS_DORMANT } from "@/lib/domain/pledge/trigger";
import { triggerBodyOf, NEW_TRIGGER, withState } from "./trigger-draft";
import { TriggerFields } from "./trigger-fields";

interface Props {
  account: string;
  title: string;
  today: string;
  options: TriggerOptions;
  words: TriggerWords;
}

/** Conditions may name it once it is saved. */
export function NewTriggerForm({ account, title, today, options, words }: Props) {
  const { value: draft, change, forget, startAnew, restored } = useDraft(account, "trigger-new", NEW_TRIGGER);
  const { save, errors, troubles, attempt, busy } = useSave(words);
  const alwaysDormant = ALWAYS_DORMANT.includes(draft.code);
  const submit = async () => {
    const body = {
      code: draft.code.trim(),
      ...triggerBodyOf(draft),
      ...(alwaysDormant ? { waiting: "DORMANT" } : {}),
    };
    const sent = await save({ method: "POST", path: "/triggers", body });
    if (!sent?.ok) return;
    forget();
    location.assign(`/conditions/${sent.value.code}`);
  };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(restored ? { onDiscard: () => startAnew() } : {})}
      submit={words.recordIt}
      onSubmit={() => void submit()}
      cancelHref="/conditions"
      className="lform max-w-3xl"
    >
      <TextControl
        errors={errors}
        errorPrefix={words.errorPrefix}
        path="code"
        required
        label={words.code}
        hint={words.codeHint}
        value={draft.code}
        onChange={(code) => change((before) => ({ ...before, code }))}
      />
      <TriggerFields
        draft={draft}
        onChange={(part) => change((before) => ({ ...before, ...part }))}
        onState={(state) => change((before) => ({ ...before, ...withState(before, state, null, today) }))}
        {...{ alwaysDormant, options, words, errors }}
      />
    </FormFrame>
  );
}
