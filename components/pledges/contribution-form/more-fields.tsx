"use client";
// What few contributions state: money, when it is available, and how long it takes to move.
import { TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import { MoneyFields } from "./money-fields";
import type { DraftLine } from "../pledge-form/draft";
import type { FormOptions, PledgeFormWords } from "../pledge-form/options";

interface Props {
  line: DraftLine;
  at: string;
  set: (change: Partial<DraftLine>) => void;
  options: FormOptions;
  words: PledgeFormWords;
  errors: ReadonlyMap<string, string>;
}

export function MoreFields({ line, at, set, options, words, errors }: Props) {
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <div className="g2 even">
      <MoneyFields
        money={line.sum}
        at={`${at}.money`}
        set={(sum) => set({ sum })}
        kinds={options.numberedKinds}
        currencies={options.currencies}
        words={words}
        errors={errors}
      />
      <DateControl
        {...shared}
        path={`${at}.availableFrom`}
        label={words.availableFrom}
        value={line.availableFrom}
        onChange={(availableFrom) => set({ availableFrom })}
      />
      <DateControl
        {...shared}
        path={`${at}.availableTo`}
        label={words.availableTo}
        value={line.availableTo}
        onChange={(availableTo) => set({ availableTo })}
      />
      <TextControl
        {...shared}
        path={`${at}.noticeToMoveDays`}
        label={words.notice}
        value={line.noticeToMoveDays}
        onChange={(noticeToMoveDays) => set({ noticeToMoveDays })}
        numeric
      />
    </div>
  );
}
