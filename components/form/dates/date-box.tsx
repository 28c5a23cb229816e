"use client";
// A date in a plain form, whose values are an address. It is sent as typed and read where it arrives.
// With a script, a date that can't be read isn't sent.
import { useEffect, useRef, useState } from "react";
import { describedBy } from "@/components/ui/field";
import { dateTrouble, dateTyped } from "@/lib/i18n/typed-dates";
import { DateBoxFrame, type DateBoxProps } from "./date-box-frame";
import { DateInput, useDateText, useDateHint } from "./date-input";

/** `typed`: text from before this script loaded. */
export function DateBox({ typed, ...props }: DateBoxProps & { typed?: string | undefined }) {
  const { id, name, label, hidesLabel, kind = "day", value: given, errorPrefix, latest, required } = props;
  const start = dateTyped(kind, given);
  const [value, setValue] = useState(typed === undefined ? start : dateTyped(kind, typed));
  const dated = { kind, value, onChange: setValue };
  const shown = useDateText(dated, true, typed);
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
    <DateBoxFrame
      {...{ id, label, hidesLabel, error, errorPrefix, hint }}
      className={props.className}
      ref={box}
    >
      <DateInput
        {...dated}
        {...{ shown, label, latest, id, name, required }}
        placeholder={hint}
        {...describedBy(id, { hint, error })}
      />
    </DateBoxFrame>
  );
}
