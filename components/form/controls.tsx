"use client";
// The forms' controls, each with label, hint and error. A field's id is its path in the body.
import type { ComponentProps, ReactNode } from "react";
import { fieldLabel, describedBy, Guidance, LabelledField, fieldMarks } from "@/components/ui/field";
import { visibleLine, visibleText } from "@/lib/domain/base/characters";
import { useFieldErrors } from "./field-errors";
import { adoptTick, adoptTyped, useTypedEarly } from "./typed-early";
import type { Option } from "./words";

export interface Shared {
  /** The field's path in the body, which is also the element's id. */
  path: string;
  label: string;
  hint?: string | undefined;
  required?: boolean | undefined;
}

/** The members of a draft that are texts. */
type TextsOf<Draft> = { [Name in keyof Draft]: Draft[Name] extends string ? Name : never }[keyof Draft] &
  string;

/**
 * For the controls of a draft's texts. `at`: the draft's path in the body. `path`: a field's path below it,
 * if it differs from the field's name in the draft.
 */
export const textFields =
  <Draft extends object>(draft: Draft, set: (part: Partial<Draft>) => void, at = "") =>
  (name: TextsOf<Draft>, path: string = name) => ({
    path: at === "" ? path : `${at}.${path}`,
    value: draft[name] as string,
    onChange: (value: string) => set({ [name]: value } as Partial<Draft>),
  });

interface TextProps extends Shared {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  type?: "text" | "url";
  rows?: number;
  numeric?: boolean;
  list?: string;
  after?: ReactNode;
}

export function TextControl({
  path,
  label,
  hint,
  required,
  value,
  onChange,
  onBlur,
  type = "text",
  rows,
  numeric,
  list,
  after,
}: TextProps) {
  const { errors, errorPrefix } = useFieldErrors();
  const error = errors.get(path);
  const changeLine = (typed: string) => onChange(visibleLine(typed));
  const shared = {
    id: path,
    name: path,
    className: "input",
    value,
    ...describedBy(path, { hint, error }),
    ...fieldLabel(required),
  };
  return (
    <LabelledField {...{ id: path, label, hint, error, errorPrefix, required }}>
      {rows ? (
        <TextArea {...shared} rows={rows} onChange={(typed) => onChange(visibleText(typed))} />
      ) : (
        <input
          {...shared}
          ref={adoptTyped(value, changeLine)}
          type={type}
          autoComplete="off"
          {...(numeric ? { inputMode: "numeric" as const } : {})}
          {...(list ? { list } : {})}
          onChange={(event) => changeLine(event.target.value)}
          onBlur={onBlur}
        />
      )}
      {after}
    </LabelledField>
  );
}

interface TextAreaProps extends Omit<ComponentProps<"textarea">, "onChange"> {
  id: string;
  value: string;
  onChange: (value: string) => void;
}

function TextArea({ onChange, ...shared }: TextAreaProps) {
  const ref = useTypedEarly(shared.id, shared.value, onChange);
  return <textarea {...shared} ref={ref} onChange={(event) => onChange(event.target.value)} />;
}

interface SelectProps extends Shared {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  /** Words for "nothing chosen". Without them, one option is always chosen. */
  none?: string | undefined;
  after?: ReactNode;
}

export function SelectControl({
  path,
  label,
  hint,
  required,
  value,
  onChange,
  options,
  none,
  after,
}: SelectProps) {
  const { errors, errorPrefix } = useFieldErrors();
  const error = errors.get(path);
  const meaning = options.find((option) => option.value === value)?.meaning;
  return (
    <LabelledField {...{ id: path, label, hint, error, errorPrefix, required }}>
      <select
        id={path}
        name={path}
        className="input"
        ref={adoptTyped(value, onChange)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...describedBy(path, { hint, error })}
        {...fieldLabel(required)}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {meaning ? <p className="text-caption text-muted mt-1">{meaning}</p> : null}
      {after}
    </LabelledField>
  );
}

interface RadioProps extends Shared {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  glyph?: (value: string) => ReactNode;
  /** Shown below the meaning of a choice. */
  more?: (value: string) => ReactNode;
}

/** For a few choices, each with its meaning in view. */
export function RadioControl({
  path,
  label,
  hint,
  required,
  value,
  onChange,
  options,
  glyph,
  more,
}: RadioProps) {
  const { errors, errorPrefix } = useFieldErrors();
  const error = errors.get(path);
  return (
    <fieldset
      className={error ? "field in-error" : "field"}
      id={path}
      {...describedBy(path, { hint, error })}
    >
      <legend {...fieldMarks(required)}>{label}</legend>
      <Guidance {...{ id: path, hint, error, errorPrefix }} />
      <div className="grid grid-cols-[1fr_1fr] gap-3 mx-0 mt-1 mb-1.5 max-md:grid-cols-1">
        {options.map((option) => (
          <label
            className="flex gap-2.5 px-3 py-2 border border-control rounded-sm has-checked:px-2.75 has-checked:py-1.75 has-checked:border-2 has-checked:border-text"
            key={option.value}
          >
            <input
              className="accent-accent flex-none mx-0 mt-px mb-0 w-4.5 h-4.5"
              type="radio"
              {...(required ? { required } : {})}
              ref={adoptTick(value === option.value, () => onChange(option.value))}
              name={path}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>
              <b>
                {glyph?.(option.value)} {option.label}
              </b>
              {option.meaning ? (
                <>
                  <br />
                  <span className="text-muted">{option.meaning}</span>
                </>
              ) : null}
              {more?.(option.value)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
