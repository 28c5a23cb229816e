"use client";
import { Comparison } from "@/components/form/comparison";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { leaveTo } from "@/components/form/told";
import { useRecord } from "@/components/form/use-record";
import type { Words } from "@/components/form/words";
import type { Pledge } from "@/lib/domain/pledge";
import { contentBody, draftOf, withChange, type Draft, type DraftChange } from "./draft";
import type { FormOptions } from "./options";
import { ContentFields, TitleFields } from "./pledge-fields";
import { clashText } from "./value-text";

interface Props {
  account: string;
  pledge: Pledge;
  title: string;
  options: FormOptions;
  words: Words;
  names: Readonly<Record<string, string>>;
}

export function EditForm({ account, pledge, title, options, words, names }: Props) {
  const path = `/pledges/${pledge.reference}`;
  const form = useRecord<Draft, Pledge>({
    words,
    account,
    name: `edit-${pledge.reference}`,
    read: pledge,
    path,
    take: draftOf,
    body: contentBody,
    wish: (changes, { reason }) => ({
      method: "PATCH",
      path,
      body: { ...changes, ...(reason.trim() ? { reason: reason.trim() } : {}) },
    }),
    names,
    onSaved: (_saved, said) => leaveTo(path, said),
  });
  const { draft, errors } = form;
  const set = (part: DraftChange) => form.set((before) => withChange(before, part));

  if (form.against) {
    return (
      <Comparison
        against={form.against}
        textOf={(clash, value) => clashText(clash, value, options, words)}
        words={words}
        onChoose={form.choose}
        onBack={form.back}
      />
    );
  }
  const shared = { draft, onChange: set, options, words, errors };
  return (
    <FormFrame
      {...form.frame}
      title={title}
      submit={words.saveChanges ?? ""}
      cancelHref={path}
      className="lform"
    >
      <TitleFields {...shared} />
      <ContentFields {...shared} />
      <TextControl
        errors={errors}
        errorPrefix={words.errorPrefix ?? ""}
        path="reason"
        label={words.reason ?? ""}
        hint={words.reasonHint}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
      <p className="cap keysrow mb-4">
        {words.keysEdit} {words.kept}
      </p>
    </FormFrame>
  );
}
