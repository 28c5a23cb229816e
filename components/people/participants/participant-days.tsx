"use client";
import type { ComponentProps } from "react";
import { TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import type { ParticipantWords } from "./form-words";

interface Days {
  joinedOn: string;
  leftOn: string;
  reason: string;
}

interface Props {
  shared: Pick<ComponentProps<typeof TextControl>, "errors" | "errorPrefix">;
  words: ParticipantWords;
  draft: Days;
  set: (change: Partial<Days>) => void;
}

/** When it joined and left, and why. */
export function ParticipantDays({ shared, words, draft, set }: Props) {
  return (
    <>
      <DateControl
        {...shared}
        path="joinedOn"
        label={words.joinedOn}
        hint={words.joinedOnHint}
        value={draft.joinedOn}
        onChange={(joinedOn) => set({ joinedOn })}
      />
      <DateControl
        {...shared}
        path="leftOn"
        label={words.leftOn}
        hint={words.leftOnHint}
        value={draft.leftOn}
        onChange={(leftOn) => set({ leftOn })}
      />
      <TextControl
        {...shared}
        path="reason"
        label={words.reason}
        hint={words.reasonHint}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
      />
    </>
  );
}
