"use client";
import { ConflictComparison } from "@/components/form/comparison";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useRecord } from "@/components/form/use-record";
import type { ViewFormWords } from "./words";
import { ViewFields, type ViewDraft } from "./fields";

interface Read extends ViewDraft {
  id: string;
  version: number;
}

interface Props {
  view: Read;
  title: string;
  words: ViewFormWords;
}

export function EditViewForm({ view, title, words }: Props) {
  const form = useRecord<ViewDraft, Read>({
    words,
    name: `view-${view.id}`,
    read: view,
    path: `/views/${view.id}`,
    toDraft: ({ name, shared }) => ({ name, shared }),
    body: ({ name, shared }) => ({ name: name.trim(), shared }),
    names: { name: words.name, shared: words.shared, address: words.address },
    onSaved: (saved, message) =>
      navigateWithMessage("/views", message ?? fillIn(words.changed, { name: saved?.name ?? view.name })),
  });
  if (form.against)
    return (
      <ConflictComparison
        {...form.against}
        textOf={(_clash, value) =>
          typeof value === "boolean" ? (value ? words.yes : words.no) : String(value)
        }
        words={words}
      />
    );
  return (
    <FormFrame {...form.frame} title={title} submit={words.saveChanges} cancelHref="/views">
      <ViewFields draft={form.draft} onChange={form.set} words={words} />
    </FormFrame>
  );
}
