"use client";
// How many or how much: what kind of number it is, and the controls that this kind asks for.
import { SelectControl, TextControl } from "@/components/form/controls";
import { ENDS, type QuantityKind } from "@/lib/domain/pledge/quantity";
import type { DraftLine } from "../pledge-form/draft";
import type { FormOptions, PledgeFormWords } from "../pledge-form/options";
import { SealedFields } from "./sealed-fields";

interface Props {
  line: DraftLine;
  at: string;
  set: (change: Partial<DraftLine>) => void;
  /** Whether the user may see the participant's sealed numbers. */
  knows: boolean;
  required: boolean;
  options: FormOptions;
  words: PledgeFormWords;
  errors: ReadonlyMap<string, string>;
}

export function QuantityFields({ line, at, set, knows, required, options, words, errors }: Props) {
  const shared = { errors, errorPrefix: words.errorPrefix };
  const ends = ENDS[line.quantityKind as QuantityKind] ?? "none";
  return (
    <>
      <SelectControl
        {...shared}
        path={`${at}.quantity.kind`}
        label={words.quantity}
        value={line.quantityKind}
        onChange={(quantityKind) => set({ quantityKind })}
        options={options.quantityKinds}
        none={words.choose}
        required={required}
      />
      {ends === "either" ? (
        <SealedFields
          line={line}
          at={`${at}.quantity`}
          knows={knows}
          onChange={set}
          words={words}
          errors={errors}
        />
      ) : null}
      {ends === "none" || ends === "either" ? null : (
        <>
          {ends === "max" ? null : (
            <TextControl
              {...shared}
              path={`${at}.quantity.min`}
              label={words.number}
              value={line.min}
              onChange={(min) => set({ min })}
              numeric
              required
            />
          )}
          {ends === "both" || ends === "max" ? (
            <TextControl
              {...shared}
              path={`${at}.quantity.max`}
              label={words[ends === "max" ? "number" : "numberTo"]}
              value={line.max}
              onChange={(max) => set({ max })}
              numeric
              required
            />
          ) : null}
        </>
      )}
      {["", "NOT_APPLICABLE"].includes(line.quantityKind) ? null : (
        <SelectControl
          {...shared}
          path={`${at}.quantity.unit`}
          label={words.unit}
          value={line.unit}
          onChange={(unit) => set({ unit })}
          options={options.units}
          none={words.noUnit}
        />
      )}
      {["", "NOT_STATED", "NOT_APPLICABLE"].includes(line.quantityKind) ? null : (
        <TextControl
          {...shared}
          path={`${at}.quantity.asStated`}
          label={words.asStated}
          {...(ends === "either" ? { hint: words.asStatedPublic } : {})}
          value={line.asStated}
          onChange={(asStated) => set({ asStated })}
        />
      )}
    </>
  );
}
