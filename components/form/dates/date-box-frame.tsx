// What is around a date's input in a plain form, with and without its script.
import type { ComponentProps, ReactNode } from "react";
import { errorLook } from "@/components/ui/looks";
import type { DateKind } from "@/lib/i18n/typed-dates";

export interface DateBoxProps {
  id: string;
  name: string;
  label: string;
  /** The label is for screen readers only: the page shows it elsewhere. */
  hidesLabel?: boolean | undefined;
  kind?: DateKind;
  /** As on record, or as typed. */
  value: string;
  /** The server's message about the value. */
  error?: string | undefined;
  errorPrefix: string;
  latest?: string;
  required?: boolean;
  className?: string | undefined;
}

interface Props extends Pick<
  DateBoxProps,
  "id" | "label" | "hidesLabel" | "error" | "errorPrefix" | "className"
> {
  hint: string;
  ref?: ComponentProps<"div">["ref"];
  children: ReactNode;
}

export function DateBoxFrame({
  id,
  label,
  hidesLabel,
  error,
  errorPrefix,
  hint,
  ref,
  children,
  ...given
}: Props) {
  const { className = "datebox" } = given;
  return (
    <div className={error ? `${className} in-error` : className} ref={ref}>
      <label className={hidesLabel ? "sr-only" : undefined} htmlFor={id}>
        {label}
      </label>
      <p className="sr-only" id={`${id}-hint`}>
        {hint}
      </p>
      {error ? (
        <p className={errorLook("m-0 order-1 w-full text-ui font-semibold")} id={`${id}-error`}>
          <span className="sr-only">{errorPrefix} </span>
          {error}
        </p>
      ) : null}
      {children}
    </div>
  );
}
