// A GOV.UK field: label, hint, the error in the summary's words, then the control.
import type { ReactNode } from "react";
import { errorLook } from "@/components/ui/looks";

interface FieldProps extends Words {
  id: string;
  children: ReactNode;
}

interface Words {
  label: ReactNode;
  hint?: ReactNode;
  /** The message, without "Error:". */
  error?: string | undefined;
  /** Read out before the message: "Error:". */
  errorPrefix: string;
  /** Shows a mark, which the form explains once. The control needs `fieldLabel`, too. */
  required?: boolean | undefined;
}

/** One control, which needs `id` and `{...describedBy(id, props)}`, so that hint and error are read with it. */
export function LabelledField({ label, required, children, ...guidance }: FieldProps) {
  return (
    <div className={guidance.error ? "field in-error" : "field"}>
      <label htmlFor={guidance.id} {...fieldMarks(required)}>
        {label}
      </label>
      <Guidance {...guidance} />
      {children}
    </div>
  );
}

export function FieldGroup({ label, required, children, ...guidance }: FieldProps) {
  const { id, error } = guidance;
  return (
    <fieldset className={error ? "field in-error" : "field"} id={id} {...describedBy(id, guidance)}>
      <legend {...fieldMarks(required)}>{label}</legend>
      <div>
        <Guidance {...guidance} />
        {children}
      </div>
    </fieldset>
  );
}

/** For a label or a legend. CSS draws the mark, so that no field's name contains it. */
export const fieldMarks = (required: boolean | undefined): { className?: string } =>
  required ? { className: "required-mark" } : {};

/** For a control: read out with its name. Not `required`, which would start the browser's own check. */
export const fieldLabel = (required: boolean | undefined): { "aria-required"?: true } =>
  required ? { "aria-required": true } : {};

export function describedBy(id: string, { hint, error }: { hint?: unknown; error?: string | undefined }) {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((part) => part !== null);
  return {
    ...(ids.length > 0 ? { "aria-describedby": ids.join(" ") } : {}),
    ...(error ? { "aria-invalid": true as const } : {}),
  };
}

/** What `describedBy` refers to. */
export function Guidance({ id, hint, error, errorPrefix }: Omit<Words, "label"> & { id: string }) {
  return (
    <>
      {hint ? (
        <p className="mb-1 text-muted" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className={errorLook()} id={`${id}-error`}>
          <span className="sr-only">{errorPrefix} </span>
          {error}
        </p>
      ) : null}
    </>
  );
}
