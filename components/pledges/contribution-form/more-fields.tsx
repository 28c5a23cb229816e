"use client";
// What few contributions state: money, when it is available, and how long it takes to move.
import { TextControl, textFields } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { MoneyFields } from "./money-fields";
import type { LineProps } from "./line-props";

export function MoreFields({ line, at, set, options, words }: LineProps) {
  const fieldOf = textFields(line, set, at);
  return (
    <div className="two-fields md:grid-cols-3! grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
      <MoneyFields
        money={line.sum}
        at={`${at}.money`}
        set={(sum) => set({ sum })}
        kinds={options.numberedKinds}
        currencies={options.currencies}
        words={words}
      />
      <DateControl {...fieldOf("availableFrom")} label={words.availableFrom} />
      <DateControl {...fieldOf("availableTo")} label={words.availableTo} />
      <TextControl {...fieldOf("noticeToMoveDays")} label={words.notice} numeric />
    </div>
  );
}
