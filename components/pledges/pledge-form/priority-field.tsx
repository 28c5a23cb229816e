"use client";
import { describedBy, fieldMarks } from "@/components/ui/field";
import { adoptTick } from "@/components/form/typed-early";
import { useFieldErrors } from "@/components/form/field-errors";
import { errorLook } from "@/components/ui/looks";
import type { PledgeFormWords, FormOptions } from "./options";

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
    <fieldset
      className={error ? "field in-error" : "field"}
      id="priority"
      {...describedBy("priority", { error })}
    >
      <legend {...fieldMarks(true)}>
        {words.priority} <span className="ml-2 text-muted text-ui font-normal">{words.priorityKeys}</span>
      </legend>
      {error ? (
        <p className={errorLook()} id="priority-error">
          <span className="sr-only">{errorPrefix} </span>
          {error}
        </p>
      ) : null}
      <div className="segments five max-md:overflow-x-auto flex w-full">
        {options.priorities.map((option) => (
          <label
            className="text-center text-ellipsis flex-1 overflow-hidden px-1.5 py-2.25 min-h-9.5 has-checked:flex-3"
            key={option.value}
          >
            <input
              className="absolute opacity-0"
              type="radio"
              required
              ref={adoptTick(value === option.value, () => onChange(option.value))}
              name="priority"
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.value} <span className="name absolute overflow-hidden w-px">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
