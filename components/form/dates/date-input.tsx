"use client";
// A day, or a day with its time, as people write it: the day first, in every browser.
// The value is YYYY-MM-DD (THH:MM). Text that can't be read stays as typed, and is refused where it is sent.
import { useState, type ComponentProps } from "react";
import { DateField } from "@/components/ui/date/date-field";
import { useLocale } from "@/components/ui/language/language";
import { onceReleased } from "@/components/ui/pointer";
import { useToday } from "@/components/ui/date/today";
import { isLanguage, type Language } from "@/lib/domain/base/language";
import { withLanguage } from "@/lib/i18n/reader";
import {
  dateHint,
  dateShown,
  dateTrouble,
  dateTyped,
  dateWords,
  type DateKind,
} from "@/lib/i18n/typed-dates";
import { adoptTyped } from "../typed-early";
import { fillIn } from "../fill";

export interface Dated {
  kind: DateKind;
  value: string;
  onChange: (value: string) => void;
}

/**
 * The field's text: as typed, and in words once the field is left; its error, too, appears only then.
 * `early`: text that is being typed already.
 */
export function useDateText({ kind, value, onChange }: Dated, hasLeft = false, early?: string) {
  const language = usePageLanguage();
  const [typed, setTyped] = useState(early ?? null);
  const [isLeft, setLeft] = useState(hasLeft && early === undefined);
  const isTyping = typed !== null && dateTyped(kind, typed) === value;
  return {
    text: isTyping ? typed : withLanguage(language, () => dateShown(kind, value)),
    trouble: isLeft ? (withLanguage(language, () => dateTrouble(kind, value)) ?? undefined) : undefined,
    onText: (text: string) => {
      setTyped(text);
      setLeft(false);
      onChange(dateTyped(kind, text));
    },
    onLeave: () => {
      setTyped(null);
      onceReleased(() => setLeft(true));
    },
  };
}

interface Props
  extends Dated, Pick<ComponentProps<"input">, "name" | "required" | "placeholder" | "aria-describedby"> {
  id: string;
  /** The field's name; its calendar uses it as a label. */
  label: string;
  /** The latest sensible value, in the value's format. */
  latest?: string | undefined;
  shown: ReturnType<typeof useDateText>;
  "aria-invalid"?: boolean;
  "aria-required"?: true;
  "aria-label"?: string;
}

export function DateInput({ kind, value, onChange, label, latest, shown, ...input }: Props) {
  const { text, onText, onLeave } = shown;
  const language = usePageLanguage();
  const words = withLanguage(language, dateWords);
  const isRead = dateTrouble(kind, value) === null && value !== "";
  return (
    <DateField
      {...input}
      text={text}
      onText={onText}
      onBlur={onLeave}
      ref={adoptTyped(text, onText)}
      calendar={{
        label: fillIn(words.calendar, { field: label }),
        locale: useLocale(),
        chosen: isRead ? value.slice(0, 10) : null,
        today: useToday(),
        latest: latest?.slice(0, 10) ?? null,
        words,
        onPick: (day) =>
          onChange(kind === "day" ? day : `${day}T${timeOf(day, isRead ? value : "", latest)}`),
      }}
    />
  );
}

/** Another day at the same time; a day without a time means its end. */
function timeOf(day: string, before: string, latest = ""): string {
  const [, time] = before.split("T");
  const isAhead = time !== undefined && latest !== "" && `${day}T${time}` > latest;
  if (time !== undefined && !isAhead) return time;
  return latest.startsWith(day) ? latest.slice(11) : "23:59";
}

/** Also known while the server draws the page. */
function usePageLanguage(): Language {
  const language = useLocale().slice(0, 2);
  return isLanguage(language) ? language : "en";
}

/** "For example 6 January 2026" */
export function useDateHint(kind: DateKind): string {
  const language = usePageLanguage();
  return withLanguage(language, () => dateHint(kind));
}
