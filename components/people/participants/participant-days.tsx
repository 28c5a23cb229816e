"use client";
import { TextControl, textFields } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import type { ParticipantWords } from "./form-words";

interface Days {
  joinedOn: string;
  leftOn: string;
  reason: string;
}

interface Props {
  words: ParticipantWords;
  draft: Days;
  set: (change: Partial<Days>) => void;
}

/** When it joined and left, and why. */
export function ParticipantDays({ words, draft, set }: Props) {
  const fieldOf = textFields(draft, set);
  return (
    <>
      <DateControl {...fieldOf("joinedOn")} label={words.joinedOn} hint={words.joinedOnHint} />
      <DateControl {...fieldOf("leftOn")} label={words.leftOn} hint={words.leftOnHint} />
      <TextControl {...fieldOf("reason")} label={words.reason} hint={words.reasonHint} />
    </>
  );
}
