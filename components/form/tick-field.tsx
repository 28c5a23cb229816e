import { useFieldErrors } from "./field-errors";
import { adoptTick } from "./typed-early";
import type { Option } from "./words";
import { FieldGroup } from "@/components/ui/field";

interface Props {
  path: string;
  label: string;
  hint?: string;
  options: readonly Option[];
  ticked: readonly string[];
  onChange: (ticked: string[]) => void;
  errorPrefix: string;
}

/** Any number of choices. */
export function TickField({ path, label, hint, options, ticked, onChange, errorPrefix }: Props) {
  const { errors } = useFieldErrors();
  const error = [...errors].find(([at]) => at === path || at.startsWith(`${path}.`))?.[1];
  const toggle = (value: string) =>
    onChange(ticked.includes(value) ? ticked.filter((one) => one !== value) : [...ticked, value]);
  return (
    <FieldGroup id={path} label={label} hint={hint} error={error} errorPrefix={errorPrefix}>
      <div className={options.length > 4 ? "grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-3" : "grid gap-1"}>
        {options.map(({ value, label: says }) => (
          <label key={value} className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              ref={adoptTick(ticked.includes(value), () => toggle(value))}
              className="check"
              name={path}
              value={value}
              checked={ticked.includes(value)}
              onChange={() => toggle(value)}
            />
            {says}
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
