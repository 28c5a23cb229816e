"use client";
// A date in a plain form, whose values are an address. It is sent as typed and read where it arrives.
// With a script, a date that can't be read isn't sent.
import { useEffect, useRef, useState } from "react";
import { describedBy } from "@/components/ui/field";
import { errorLook } from "@/components/ui/looks";
import { dateTrouble, dateTyped, type DateKind } from "@/lib/i18n/typed-dates";
import { DateInput, useDateText, useDateHint } from "./date-input";

interface Props {
  id: string;
  name: string;
  label: string;
  /** The label is for screen readers only: the page shows it elsewhere. */
  hidesLabel?: boolean;
  kind?: DateKind;
  /** As on record, or as typed. */
  value: string;
  /** The server's message about the value. */
  error?: string | undefined;
  errorPrefix: string;
  latest?: string;
  required?: boolean;
  className?: string;
}

export function DateBox(props: Props) {
  const { id, name, label, hidesLabel, kind = "day", value: given, errorPrefix, latest, required } = props;
  const { className = "datebox" } = props;
  const start = dateTyped(kind, given);
  const [value, setValue] = useState(start);
  const dated = { kind, value, onChange: setValue };
  const shown = useDateText(dated, true);
  const hint = useDateHint(kind);
  const error = shown.trouble ?? (value === start ? props.error : undefined);
  const box = useRef<HTMLDivElement>(null);
  const { onLeave } = shown;
  useEffect(() => {
    const input = box.current?.querySelector("input");
    const check = (event: Event) => {
      if (!input || dateTrouble(kind, input.value) === null) return;
      if (!event.defaultPrevented) input.focus();
      event.preventDefault();
      onLeave();
    };
    const form = input?.form;
    form?.addEventListener("submit", check);
    return () => form?.removeEventListener("submit", check);
  });
  return (
    <div className={error ? `${className} in-error` : className} ref={box}>
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
      <DateInput
        {...dated}
        {...{ shown, label, latest, id, name, required }}
        placeholder={hint}
        {...describedBy(id, { hint, error })}
      />
    </div>
  );
}
