import { adoptTick } from "@/components/form/typed-early";
import { FieldGroup } from "@/components/ui/field";
import type { PersonWords } from "./words";

interface Props {
  sealed: boolean;
  onChange: (sealed: boolean) => void;
  words: PersonWords;
}

export function ClearanceField({ sealed, onChange, words }: Props) {
  return (
    <FieldGroup id="clearance" label={words.clearance} errorPrefix={words.errorPrefix}>
      <label className="flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          ref={adoptTick(sealed, () => onChange(!sealed))}
          className="check"
          id="sealed"
          name="sealed"
          checked={sealed}
          onChange={() => onChange(!sealed)}
        />
        {words.sealed}
      </label>
    </FieldGroup>
  );
}
