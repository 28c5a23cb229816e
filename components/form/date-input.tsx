"use client";
// A day, or a day with its time, as people write it: the day first, in every browser. The value is YYYY-MM-DD (THH:MM); what
// can't be read stays as it was typed, and is refused by whoever takes the form.
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
import { takingOver } from "./controls";
import { fillIn } from "./fill";

export interface Dated {
  kind: DateKind;
  value: string;
  onChange: (value: string) => void;
}

/** What the field shows: what is being typed, and the date in words once it is left; with what is wrong, once it is left. */
export function useDated({ kind, value, onChange }: Dated, hasLeft = false) {
  const language = usePageLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(hasLeft);
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
  /** What the field is called: its calendar is called by it. */
  label: string;
  /** The latest that makes sense, written as the value. */
  latest?: string | undefined;
  shown: ReturnType<typeof useDated>;
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
      ref={takingOver(text, onText)}
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

/** Another day at the same time; a day alone is meant to its end. */
function timeOf(day: string, before: string, latest = ""): string {
  const [, time] = before.split("T");
  const isAhead = time !== undefined && latest !== "" && `${day}T${time}` > latest;
  if (time !== undefined && !isAhead) return time;
  return latest.startsWith(day) ? latest.slice(11) : "23:59";
}

/** Said by the page while the server draws it, too. */
function usePageLanguage(): Language {
  const language = useLocale().slice(0, 2);
  return isLanguage(language) ? language : "en";
}

/** "For example 6 January 2026" */
export function useDateHint(kind: DateKind): string {
  const language = usePageLanguage();
  return withLanguage(language, () => dateHint(kind));
}
