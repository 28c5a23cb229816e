"use client";
import { TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { ScenarioWords } from "./words";
import type { Assumption } from "@/lib/domain/history/scenarios/assumption";

interface Props {
  title: string;
  asOf: string | null;
  assumptions: Assumption[];
  words: ScenarioWords;
}

const FRESH = { name: "", note: "" };

/** Saves the assumptions in the address under a name. */
export function KeepForm({ title, asOf, assumptions, words }: Props) {
  const { draft, fieldOf, save, say, leave, frame } = useForm(words, {
    name: "scenario-new",
    fresh: FRESH,
  });
  const { name, note } = draft;
  const send = async () => {
    const lacking = [
      ...(name.trim() === "" ? [{ field: "name", message: words["missing-name"] }] : []),
      ...(assumptions.length === 0 ? [{ message: words.needsOne }] : []),
    ];
    if (lacking.length > 0) return say(lacking);
    const body = { name: name.trim(), note: note.trim() === "" ? null : note.trim(), asOf, assumptions };
    const sent = await save({ method: "POST", path: "/scenarios", body });
    if (sent?.ok) leave(`/scenarios/${sent.value.id}`, fillIn(words.done, { name: sent.value.name }));
  };
  return (
    <FormFrame {...frame} title={title} submit={words.submit} onSubmit={send} cancelHref="/scenarios">
      <TextControl {...fieldOf("name")} required label={words.name} hint={words.nameHint} />
      <TextControl {...fieldOf("note")} label={words.note} rows={3} />
    </FormFrame>
  );
}
