import { useFieldErrors } from "@/components/form/field-errors";
import { FieldGroup } from "@/components/ui/field";
import { adoptTick } from "@/components/form/typed-early";
import type { Option } from "@/components/form/words";
import type { PersonWords } from "./words";

interface Props {
  desk: readonly string[];
  onChange: (change: (before: string[]) => string[]) => void;
  participants: readonly Option[];
  words: PersonWords;
}

export function DeskField({ desk, onChange, participants, words }: Props) {
  const { errors, errorPrefix } = useFieldErrors();
  const error = [...errors].find(([path]) => path === "desk" || path.startsWith("desk."))?.[1];
  const toggle = (code: string) =>
    onChange((before) =>
      before.includes(code) ? before.filter((other) => other !== code) : [...before, code],
    );
  return (
    <FieldGroup id="desk" label={words.desk} hint={words.deskHint} error={error} errorPrefix={errorPrefix}>
      <div className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3">
        {participants.map(({ value, label }) => (
          <label key={value} className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              ref={adoptTick(desk.includes(value), () => toggle(value))}
              className="check"
              name="desk"
              value={value}
              checked={desk.includes(value)}
              onChange={() => toggle(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
