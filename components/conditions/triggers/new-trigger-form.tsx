"use client";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { TriggerOptions, TriggerWords } from "./form-words";
import { ALWAYS_DORMANT } from "@/lib/domain/pledge/trigger";
import { lacksSince, needsSince, NEW_TRIGGER, triggerBodyOf, withState } from "./trigger-draft";
import { TriggerFields } from "./trigger-fields";

interface Props {
  title: string;
  today: string;
  options: TriggerOptions;
  words: TriggerWords;
}

/** Conditions may name it once it is saved. */
export function NewTriggerForm({ title, today, options, words }: Props) {
  const form = useForm(words, { name: "trigger-new", fresh: NEW_TRIGGER });
  const { draft, set, change } = form;
  const alwaysDormant = ALWAYS_DORMANT.includes(draft.code);
  const submit = async () => {
    if (lacksSince(draft, null)) return form.say([{ field: "since", message: words.enterSince }]);
    const body = {
      code: draft.code.trim(),
      ...triggerBodyOf(draft),
      ...(alwaysDormant ? { waiting: "DORMANT" } : {}),
    };
    const sent = await form.save({ method: "POST", path: "/triggers", body });
    if (!sent?.ok) return;
    form.forget();
    location.assign(`/conditions/${sent.value.code}`);
  };
  return (
    <FormFrame
      {...form.frame}
      title={title}
      submit={words.recordIt}
      onSubmit={submit}
      cancelHref="/conditions"
    >
      <TextControl {...form.fieldOf("code")} required label={words.code} hint={words.codeHint} />
      <TriggerFields
        draft={draft}
        onChange={set}
        onState={(state) => change((before) => ({ ...before, ...withState(before, state, null) }))}
        needsSince={needsSince(draft.state, null)}
        {...{ today, alwaysDormant, options, words }}
      />
    </FormFrame>
  );
}
