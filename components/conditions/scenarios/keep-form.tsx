"use client";
import { TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { ScenarioWords } from "./words";
import type { Assumption } from "@/lib/domain/history/scenarios/assumption";

interface Props {
  account: string;
  title: string;
  asOf: string | null;
  assumptions: Assumption[];
  words: ScenarioWords;
}

const FRESH = { name: "", note: "" };

/** Saves the assumptions in the address under a name. */
export function KeepForm({ account, title, asOf, assumptions, words }: Props) {
  const kept = useDraft(account, "scenario-new", FRESH);
  const { name, note } = kept.value;
  const { save, say, busy, troubles, errors, attempt } = useSave(words);
  const set = (part: Partial<typeof FRESH>) => kept.change((before) => ({ ...before, ...part }));
  const send = async () => {
    const lacking = [
      ...(name.trim() === "" ? [{ field: "name", message: words["missing-name"] }] : []),
      ...(assumptions.length === 0 ? [{ message: words.needsOne }] : []),
    ];
    if (lacking.length > 0) return say(lacking);
    const body = { name: name.trim(), note: note.trim() === "" ? null : note.trim(), asOf, assumptions };
    const sent = await save({ method: "POST", path: "/scenarios", body });
    if (!sent?.ok) return;
    kept.forget();
    navigateWithMessage(`/scenarios/${sent.value.id}`, fillIn(words.done, { name: sent.value.name }));
  };
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      submit={words.submit}
      onSubmit={() => void send()}
      cancelHref="/scenarios"
      className="lform max-w-3xl"
    >
      <TextControl
        {...shared}
        path="name"
        required
        label={words.name}
        hint={words.nameHint}
        value={name}
        onChange={(next) => set({ name: next })}
      />
      <TextControl
        {...shared}
        path="note"
        label={words.note}
        rows={3}
        value={note}
        onChange={(next) => set({ note: next })}
      />
    </FormFrame>
  );
}
