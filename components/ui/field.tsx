// A field the GOV.UK way: label, hint, the error in the same words as in the summary, then the control.
import type { ReactNode } from "react";

interface Words {
  label: ReactNode;
  hint?: ReactNode;
  /** The message, without "Error:". */
  error?: string | undefined;
  /** The word read out before the message: "Error:". */
  errorPrefix: string;
  /** Marked; what the mark means is said once, by the form. The control says it with `asked`. */
  required?: boolean | undefined;
}

/** One control. Give it `id`, and `{...describedBy(id, props)}` so that hint and error are read with it. */
export function LabelledField({
  id,
  label,
  hint,
  error,
  errorPrefix,
  required,
  children,
}: Words & { id: string; children: ReactNode }) {
  return (
    <div className={error ? "field err" : "field"}>
      <label htmlFor={id} {...fieldMarks(required)}>
        {label}
      </label>
      <Guidance id={id} hint={hint} error={error} errorPrefix={errorPrefix} />
      {children}
    </div>
  );
}

/** Several controls under one legend. */
export function FieldGroup({
  id,
  label,
  hint,
  error,
  errorPrefix,
  required,
  children,
}: Words & { id: string; children: ReactNode }) {
  return (
    <fieldset className={error ? "field err" : "field"} id={id} {...describedBy(id, { hint, error })}>
      <legend {...fieldMarks(required)}>{label}</legend>
      <div>
        <Guidance id={id} hint={hint} error={error} errorPrefix={errorPrefix} />
        {children}
      </div>
    </fieldset>
  );
}

/** Of a label or a legend. The mark is drawn by the style sheet, so that no name of a field has it in it. */
export const fieldMarks = (required: boolean | undefined): { className?: string } =>
  required ? { className: "req" } : {};

/** Of a control: read out with its name. The browser's own check stays out of it. */
export const fieldLabel = (required: boolean | undefined): { "aria-required"?: true } =>
  required ? { "aria-required": true } : {};

export function describedBy(id: string, { hint, error }: { hint?: unknown; error?: string | undefined }) {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((part) => part !== null);
  return {
    ...(ids.length > 0 ? { "aria-describedby": ids.join(" ") } : {}),
    ...(error ? { "aria-invalid": true as const } : {}),
  };
}

function Guidance({ id, hint, error, errorPrefix }: Omit<Words, "label"> & { id: string }) {
  return (
    <>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="errmsg" id={`${id}-error`}>
          <span className="vh">{errorPrefix} </span>
          {error}
        </p>
      ) : null}
    </>
  );
}
