"use client";
import { TextControl, textFields } from "@/components/form/controls";
import { LabelledTick } from "@/components/form/tick-field";
import type { ViewFormWords } from "./words";

export interface ViewDraft {
  name: string;
  shared: boolean;
}

interface Props {
  draft: ViewDraft;
  onChange: (part: Partial<ViewDraft>) => void;
  words: ViewFormWords;
}

export function ViewFields({ draft, onChange, words }: Props) {
  const fieldOf = textFields(draft, onChange);
  return (
    <>
      <TextControl {...fieldOf("name")} required label={words.name} hint={words.nameHint} />
      <div className="field">
        <p className="field-label">{words.shared}</p>
        <p className="mb-1 text-muted" id="shared-hint">
          {words.sharedHint}
        </p>
        <LabelledTick
          name="shared"
          id="shared"
          aria-describedby="shared-hint"
          ticked={draft.shared}
          onToggle={() => onChange({ shared: !draft.shared })}
        >
          {words.sharedLabel}
        </LabelledTick>
      </div>
    </>
  );
}
