// The fields of a record as columns of its row, by their declaration. Parts are handled next to it.
import { eachField, withoutParts, type Fields, type OrNull, type ValuesOf } from "@/lib/domain/base/field";
import { dateOrNull, dayOrNull, oneOfColumn, type Stored } from "./codec";

type Columns<F> = {
  [Name in keyof ValuesOf<F>]: Name extends keyof F
    ? F[Name] extends { is: "day" }
      ? Date | OrNull<F[Name]>
      : Wide<ValuesOf<F>[Name]>
    : never;
};
/** A code as what it is stored as. */
type Wide<V> = V extends string ? string : V extends number ? number : V;
type Column = string | number | boolean | Date | null;

export function columnsOf<F extends Fields>(declared: F) {
  const fields = withoutParts(declared);
  return {
    fromRow: (row: Stored<Columns<F>>): ValuesOf<F> =>
      eachField(fields, (name, field) => {
        const stored = Reflect.get(row, name) as Column;
        if (stored === null) return null;
        if (field.is === "day") return dayOrNull(stored as string | Date);
        return "of" in field ? oneOfColumn<string | number>(field.of, stored as string | number) : stored;
      }) as ValuesOf<F>,
    toRow: (values: ValuesOf<F>): Columns<F> =>
      eachField(fields, (name, field) => {
        const value = Reflect.get(values, name) as Column;
        return field.is === "day" ? dateOrNull(value as string | null) : value;
      }) as Columns<F>,
  };
}
