"use client";
import { ConflictComparison } from "@/components/form/comparison";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import type { Clash } from "@/components/form/merging/merge";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useRecord } from "@/components/form/use-record";
import type { TriggerOptions, TriggerWords } from "./form-words";
import { ALWAYS_DORMANT } from "@/lib/domain/pledge/trigger";
import { EffectPanel } from "./effect-panel";
import {
  lacksSince,
  needsSince,
  triggerBodyOf,
  triggerDraftOf,
  withState,
  type TriggerDraft,
  type TriggerRead,
} from "./trigger-draft";
import { TriggerFields } from "./trigger-fields";

interface Props {
  trigger: TriggerRead;
  title: string;
  /** Today in the register's time. */
  today: string;
  options: TriggerOptions;
  words: TriggerWords;
  names: Readonly<Record<string, string>>;
}

/** Shows what would follow before the change is saved. */
export function EditTriggerForm({ trigger, title, today, options, words, names }: Props) {
  const page = `/conditions/${trigger.code}`;
  const path = `/triggers/${trigger.code}`;
  const form = useRecord<TriggerDraft, TriggerRead>({
    words,
    name: `trigger-${trigger.code}`,
    read: trigger,
    path,
    toDraft: triggerDraftOf,
    body: triggerBodyOf,
    together: [["state", "since"]],
    request: (changes, typed) => ({
      method: "PATCH",
      path,
      body: {
        ...changes,
        // Left out, a new state would be recorded as beginning today.
        ...("state" in changes ? { since: triggerBodyOf(typed).since } : {}),
        ...(typed.reason.trim() === "" ? {} : { reason: typed.reason.trim() }),
      },
    }),
    names,
    onSaved: (_saved, message) => navigateWithMessage(page, message),
  });
  const { draft, set, fieldOf } = form;
  if (form.against) {
    const textOf = ({ field }: Clash, value: unknown) => textIn(field, value, options, words);
    return <ConflictComparison {...form.against} {...{ textOf, words }} />;
  }
  const submit = () =>
    lacksSince(draft, trigger)
      ? form.say([{ field: "since", message: words.enterSince }])
      : form.frame.onSubmit();
  return (
    <FormFrame {...form.frame} onSubmit={submit} title={title} submit={words.save} cancelHref={page}>
      <TriggerFields
        draft={draft}
        onChange={set}
        onState={(state) => set((before) => withState(before, state, trigger))}
        effect={<EffectPanel read={trigger} draft={draft} words={words} />}
        alwaysDormant={ALWAYS_DORMANT.includes(trigger.code)}
        needsSince={needsSince(draft.state, trigger)}
        {...{ today, options, words }}
      />
      <TextControl {...fieldOf("reason")} label={words.reason} hint={words.reasonHint} rows={2} />
    </FormFrame>
  );
}

function textIn(field: string, value: unknown, options: TriggerOptions, words: TriggerWords): string {
  const list = field === "state" ? options.states : field === "waiting" ? options.waitings : [];
  const label = list.find((one) => one.value === value)?.label;
  return label ?? (typeof value === "string" && value !== "" ? value : words.notStated);
}
