"use client";
// A date in a form: label, hint, error, the field, and how to write it.
import { fieldLabel, describedBy, LabelledField } from "@/components/ui/field";
import type { DateKind } from "@/lib/i18n/typed-dates";
import type { Shared } from "../controls";
import { useFieldErrors } from "../field-errors";
import { DateInput, useDateText, useDateHint } from "./date-input";

interface Props extends Shared {
  kind?: DateKind;
  value: string;
  onChange: (value: string) => void;
  latest?: string;
}

export function DateControl(props: Props) {
  const { path, label, hint, required, kind = "day", value, onChange, latest } = props;
  const { errors, errorPrefix } = useFieldErrors();
  const dated = { kind, value, onChange };
  const shown = useDateText(dated);
  const example = useDateHint(kind);
  const error = shown.trouble ?? errors.get(path);
  const { "aria-describedby": others = "", ...invalid } = describedBy(path, { hint, error });
  return (
    <LabelledField {...{ id: path, label, hint, error, errorPrefix, required }}>
      <DateInput
        {...dated}
        {...{ shown, label, latest }}
        id={path}
        name={path}
        aria-describedby={`${others} ${path}-example`.trim()}
        {...invalid}
        {...fieldLabel(required)}
      />
      <p className="text-caption text-muted mt-1" id={`${path}-example`}>
        {example}
      </p>
    </LabelledField>
  );
}
