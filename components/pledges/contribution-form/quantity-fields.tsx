"use client";
// How many or how much: what kind of number it is, and the controls that this kind asks for.
import { SelectControl, TextControl, textFields } from "@/components/form/controls";
import { ENDS, type QuantityKind } from "@/lib/domain/pledge/quantity";
import type { LineProps } from "./line-props";
import { SealedFields } from "./sealed-fields";

interface Props extends LineProps {
  /** Whether the user may see the participant's sealed numbers. */
  knows: boolean;
  required: boolean;
  needsUnit?: boolean;
}

export function QuantityFields({ line, at, set, knows, required, needsUnit = false, options, words }: Props) {
  const fieldOf = textFields(line, set, at);
  const ends = ENDS[line.quantityKind as QuantityKind] ?? "none";
  return (
    <>
      <SelectControl
        {...fieldOf("quantityKind", "quantity.kind")}
        label={words.quantity}
        options={options.quantityKinds}
        none={words.choose}
        required={required}
      />
      {ends === "either" ? (
        <SealedFields line={line} at={`${at}.quantity`} knows={knows} onChange={set} words={words} />
      ) : null}
      {ends === "none" || ends === "either" ? null : (
        <>
          {ends === "max" ? null : (
            <TextControl {...fieldOf("min", "quantity.min")} label={words.number} numeric required />
          )}
          {ends === "both" || ends === "max" ? (
            <TextControl
              {...fieldOf("max", "quantity.max")}
              label={words[ends === "max" ? "number" : "numberTo"]}
              numeric
              required
            />
          ) : null}
        </>
      )}
      {["", "NOT_APPLICABLE"].includes(line.quantityKind) ? null : (
        <SelectControl
          {...fieldOf("unit", "quantity.unit")}
          label={words.unit}
          options={options.units}
          none={needsUnit ? words.choose : words.noUnit}
          required={needsUnit}
        />
      )}
      {["", "NOT_STATED", "NOT_APPLICABLE"].includes(line.quantityKind) ? null : (
        <TextControl
          {...fieldOf("asStated", "quantity.asStated")}
          label={words.asStated}
          {...(ends === "either" ? { hint: words.asStatedPublic } : {})}
        />
      )}
    </>
  );
}
