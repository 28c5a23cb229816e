import { LabelledTick } from "@/components/form/tick-field";
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
      <LabelledTick id="sealed" name="sealed" ticked={sealed} onToggle={() => onChange(!sealed)}>
        {words.sealed}
      </LabelledTick>
    </FieldGroup>
  );
}
