// Columns of tables that several kinds of record have: their fields by their declaration, and what is recorded of each.
import { namesOf, withoutParts, type Field, type Fields, type ValuesOf } from "../../base/field";
import type { Quantity } from "../../pledge/quantity";
import { quantityInCodes } from "../in-codes";
import { dayField, flag, instantField, integer, numberField, textField, type Column } from "../table";

/** Some of them, or all but the parts. */
export const fieldColumns = <F extends Fields>(
  fields: F,
  names?: readonly (keyof ValuesOf<F> & string)[],
): Record<string, Column<Partial<ValuesOf<F>>>> =>
  Object.fromEntries(
    (names ?? namesOf(withoutParts(fields))).map((name) => [name, columnOf(name, fields[name])]),
  );

function columnOf<In extends object>(name: string, field: Field | undefined): Column<In> {
  switch (field?.is) {
    case "day":
      return dayField((row) => Reflect.get(row, name) as string | null);
    case "number":
    case "grade":
      return integer((row) => Reflect.get(row, name) as number | null);
    case "flag":
      return flag((row) => Reflect.get(row, name) as boolean | null);
    default:
      return textField((row) => Reflect.get(row, name) as string | null);
  }
}

/** Members that are texts already, each in a column of its name. */
export const textColumns = <Name extends string>(
  ...names: readonly Name[]
): Record<Name, Column<Readonly<Record<Name, string | null>>>> =>
  Object.fromEntries(
    names.map((name) => [name, textField((row: Readonly<Record<Name, string | null>>) => row[name])]),
  ) as Record<Name, Column<Readonly<Record<Name, string | null>>>>;

/** Of each record that changes. */
export const VERSIONED = {
  version: integer((record) => record.version),
  createdAt: instantField((record) => record.createdAt),
  updatedAt: instantField((record) => record.updatedAt),
} satisfies Record<string, Column<{ version: number; createdAt: string; updatedAt: string }>>;

/** In one column for people, in others for programs. */
export const QUANTITY = {
  quantity: textField(({ quantity }) => quantity && quantityInCodes(quantity)),
  quantityKind: textField(({ quantity }) => quantity?.kind),
  quantityMin: numberField(({ quantity }) => quantity?.min ?? null),
  quantityMax: numberField(({ quantity }) => quantity?.max ?? null),
  unit: textField(({ quantity }) => quantity?.unit),
} satisfies Record<string, Column<{ quantity: Quantity | null }>>;
