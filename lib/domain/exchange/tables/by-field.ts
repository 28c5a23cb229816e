// The fields of a record as columns of tables, by their declaration.
import { namesOf, withoutParts, type Field, type Fields, type ValuesOf } from "../../base/field";
import { dayField, flag, integer, textField, type Column } from "../table";

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
