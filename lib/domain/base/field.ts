// Fields of a record that a person writes, each declared once. Forms, changes, imports, exports, the API and
// the log all follow this declaration.
import type { Day } from "./day";
import type { FieldError } from "./refusal";

/**
 * `line`: one line of text, `text`: several; `account`: an email address; `participant`: its code; `grade`: a
 * code that is a number; `number`: whole, from 0; `part`: a value with its own members, which each place
 * handles by the field's name. Null where nothing is stated, unless `required` or with a default,
 * `otherwise`.
 */
export type Field = {
  required?: true;
  /** A change of it may need a decision. */
  material?: true;
  /**
   * Added when the log already had records: it stays out of a record's canonical form while nothing is
   * stated, so that older records keep their hashes.
   */
  added?: true;
} & (
  | { is: "line" | "text"; limit: number }
  /** `notAhead`: what it dates counts as soon as it is recorded, so it can't begin later. */
  | { is: "day"; notAhead?: true }
  | { is: "account" }
  | { is: "participant" }
  | { is: "code"; of: readonly string[]; otherwise?: string }
  | { is: "grade"; of: readonly number[] }
  | { is: "number"; limit: number }
  | { is: "flag"; otherwise: boolean }
  | { is: "part" }
);

export type Fields = Readonly<Record<string, Field>>;
export type FieldName<F> = keyof F & string;

export type ValueOf<F> = OrNull<F> | StatedOf<F>;

/** Null for a field that may be unstated. */
export type OrNull<F> = F extends { required: true } | { otherwise: unknown } ? never : null;

type StatedOf<F> = F extends { of: readonly (infer Code)[] }
  ? Code
  : F extends { is: "day" }
    ? Day
    : F extends { is: "number" }
      ? number
      : F extends { is: "flag" }
        ? boolean
        : string;

/** The values of all fields except parts. */
export type ValuesOf<F> = {
  -readonly [Name in keyof F as F[Name] extends { is: "part" } ? never : Name]: ValueOf<F[Name]>;
};

type Unstated<F> = {
  -readonly [Name in keyof F as F[Name] extends { required: true } ? never : Name]: F[Name] extends {
    is: "part";
  }
    ? null
    : ValueOf<F[Name]>;
};

type NameOf<F, Trait> = { [Name in FieldName<F>]: F[Name] extends Trait ? Name : never }[FieldName<F>];
export type PartName<F> = NameOf<F, { is: "part" }>;
type MaterialName<F> = NameOf<F, { material: true }>;

export const namesOf = <F extends Fields>(fields: F) => Object.keys(fields) as FieldName<F>[];

export const mayBeNull = (field: Field): boolean => !field.required && !("otherwise" in field);

/** Makes one item for each field. */
export const eachField = <F extends Fields, T>(
  fields: F,
  make: (name: FieldName<F>, field: Field) => T,
): Record<FieldName<F>, T> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, make(name as FieldName<F>, field)]),
  ) as Record<FieldName<F>, T>;

export const withoutParts = (fields: Fields): Fields => only(fields, ({ is }) => is !== "part");

export const materialIn = <F extends Fields>(fields: F): MaterialName<F>[] =>
  Object.keys(only(fields, ({ material }) => material === true)) as MaterialName<F>[];

/** The values while nothing is stated; required fields have none. */
export const unstatedIn = <F extends Fields>(fields: F): Unstated<F> =>
  eachField(
    only(fields, ({ required }) => !required),
    (_name, field) => ("otherwise" in field ? field.otherwise : null),
  ) as Unstated<F>;

/** The same, for `added` fields only. */
export const silentIn = (fields: Fields): Readonly<Record<string, unknown>> =>
  unstatedIn(only(fields, ({ added }) => added === true));

/** Removes the `added` fields that state nothing from a record. */
export function withoutUnstated(fields: Fields): <T extends object>(record: T) => T {
  const silent = Object.entries(silentIn(fields));
  return <T extends object>(record: T) => {
    const left = silent.flatMap(([name, nothing]) => (Reflect.get(record, name) === nothing ? [name] : []));
    if (left.length === 0) return record;
    return Object.fromEntries(Object.entries(record).filter(([name]) => !left.includes(name))) as T;
  };
}

/** Of days that a change sets and that are `notAhead`, but lie after today. Days on record already may stay. */
export const daysAhead = <F extends Fields>(
  fields: F,
  after: { readonly [Name in FieldName<F>]?: unknown },
  before: { readonly [Name in FieldName<F>]?: unknown } | null,
  today: Day,
): FieldError[] =>
  namesOf(only(fields, (field) => field.is === "day" && field.notAhead === true) as F)
    .filter((name) => after[name] !== before?.[name] && String(after[name] ?? "") > today)
    .map((path) => ({ path, code: "in-future" }));

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields of a change: those left out stay as they are. */
export const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;

const only = (fields: Fields, which: (field: Field) => boolean): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => which(field)));
