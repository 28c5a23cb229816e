"use client";
// What was set aside for a contribution, in the contribution's unit and currency.
import { SelectControl, TextControl, textFields } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { ENDS, type QuantityKind } from "@/lib/domain/pledge/quantity";
import type { DraftLine } from "../pledge-form/draft";
import type { LineProps } from "./line-props";
import { MoneyFields } from "./money-fields";

export function AllocationFields({ line, at, set, options, words }: LineProps) {
  const { allocated } = line;
  const put = (part: Partial<DraftLine["allocated"]>) => set({ allocated: { ...allocated, ...part } });
  const fieldOf = textFields(allocated, put, `${at}.allocated`);
  const ends = ENDS[allocated.kind as QuantityKind] ?? "equal";
  return (
    <fieldset className="part mt-4" id={`${at}.allocated`}>
      <legend className="field-label">{words.setAside}</legend>
      <p className="text-caption text-muted mb-4">{words.setAsideHint}</p>
      <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
        {line.quantityKind === "SEALED" ? null : (
          <>
            <SelectControl
              {...fieldOf("kind", "quantity.kind")}
              label={words.setAsideQuantity}
              options={options.numberedKinds}
            />
            {ends === "max" ? null : (
              <TextControl {...fieldOf("min", "quantity.min")} label={words.setAsideNumber} numeric />
            )}
            {ends === "max" || ends === "both" ? (
              <TextControl
                {...fieldOf("max", "quantity.max")}
                label={ends === "max" ? words.setAsideNumber : words.setAsideTo}
                numeric
              />
            ) : null}
          </>
        )}
        {line.sum.currency === "" ? null : (
          <MoneyFields
            money={{ ...allocated.sum, currency: line.sum.currency }}
            at={`${at}.allocated.money`}
            set={(sum) => put({ sum })}
            kinds={options.numberedKinds}
            currencies={null}
            label={`${words.setAsideAmount} (${line.sum.currency})`}
            words={words}
          />
        )}
        <DateControl
          {...fieldOf("on")}
          label={words.setAsideOn}
          required={[allocated.min, allocated.max, allocated.sum.amount].some((text) => text.trim() !== "")}
        />
      </div>
    </fieldset>
  );
}
