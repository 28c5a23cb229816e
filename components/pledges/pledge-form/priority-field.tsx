"use client";
import { describedBy, fieldMarks } from "@/components/ui/field";
import { adoptTick } from "@/components/form/controls";
import { useFieldErrors } from "@/components/form/field-errors";
import { type PledgeFormWords, type FormOptions } from "./options";

interface Props {
  value: string;
  onChange: (value: string) => void;
  options: FormOptions;
  words: PledgeFormWords;
}

/** Five segments; the chosen one shows its name. */
export function PriorityField({ value, onChange, options, words }: Props) {
  const { errors, errorPrefix } = useFieldErrors();
  const error = errors.get("priority");
  return (
    <fieldset className={error ? "field err" : "field"} id="priority" {...describedBy("priority", { error })}>
      <legend {...fieldMarks(true)}>
        {words.priority} <span className="kk">{words.priorityKeys}</span>
      </legend>
      {error ? (
        <p className="errmsg" id="priority-error">
          <span className="vh">{errorPrefix} </span>
          {error}
        </p>
      ) : null}
      <div className="seg five">
        {options.priorities.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              required
              ref={adoptTick(value === option.value, () => onChange(option.value))}
              name="priority"
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.value} <span className="name">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
