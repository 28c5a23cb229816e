"use client";
import { adoptTick, TextControl } from "@/components/form/controls";
import type { ViewFormWords } from "./words";

export interface ViewDraft {
  name: string;
  shared: boolean;
}

interface Props {
  draft: ViewDraft;
  onChange: (part: Partial<ViewDraft>) => void;
  errors: ReadonlyMap<string, string>;
  words: ViewFormWords;
}

export function ViewFields({ draft, onChange, errors, words }: Props) {
  return (
    <>
      <TextControl
        errors={errors}
        errorPrefix={words.errorPrefix}
        path="name"
        required
        label={words.name}
        hint={words.nameHint}
        value={draft.name}
        onChange={(name) => onChange({ name })}
      />
      <div className="field">
        <p className="lab">{words.shared}</p>
        <p className="hint" id="shared-hint">
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
