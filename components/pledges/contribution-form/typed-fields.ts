// The values of a record's fields, by their declaration: as typed, "" for what isn't stated, and as sent.
import {
  eachField,
  mayBeNull,
  withoutParts,
  type Field,
  type Fields,
  type PartName,
  type ValuesOf,
} from "@/lib/domain/base/field";
import { asNumber, textOrNull } from "./amount-body";

export type Typed<F> = Record<keyof ValuesOf<F>, string>;

export const typedOf = <F extends Fields>(fields: F, values: Partial<ValuesOf<F>>): Typed<F> =>
  eachField(withoutParts(fields), (name) =>
    String((Reflect.get(values, name) as ValuesOf<F>[keyof ValuesOf<F>] | undefined) ?? ""),
  ) as Typed<F>;

/** `parts`: its parts as sent; one that isn't among them is left out. */
export const bodyOf = <F extends Fields>(
  fields: F,
  typed: Typed<F>,
  parts: Partial<Record<PartName<F>, unknown>>,
): Record<keyof F, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
      if (field.is === "part") return name in parts ? [[name, Reflect.get(parts, name)]] : [];
      return [[name, sentAs(field, String(Reflect.get(typed, name)))]];
    }),
  ) as Record<keyof F, unknown>;

function sentAs(field: Field, text: string): unknown {
  if (field.is === "number" || field.is === "grade") return asNumber(text);
  if (field.is === "flag") return text === "true";
  return mayBeNull(field) ? textOrNull(text) : text.trim();
}
