"use client";
import { TextControl, textFields } from "@/components/form/controls";
import { adoptTick } from "@/components/form/typed-early";
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
        <label className="flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            className="check"
            name="shared"
            id="shared"
            aria-describedby="shared-hint"
            ref={adoptTick(draft.shared, () => onChange({ shared: !draft.shared }))}
            checked={draft.shared}
            onChange={() => onChange({ shared: !draft.shared })}
          />
          {words.sharedLabel}
        </label>
      </div>
    </>
  );
}
