// The members of a record as columns of its row, each named once: those that a person writes follow their
// declaration (`columnsOf`), the others say how they are stored (`storedAs`). Members with several columns
// are handled next to it.
import { eachField, withoutParts, type Fields, type OrNull, type ValuesOf } from "@/lib/domain/base/field";
import type { Prisma } from "../generated/client";
import {
  dateOrNull,
  dayOrNull,
  instantOrNull,
  jsonOrNull,
  numberOrNull,
  oneOfOrNull,
  type Stored,
  type Written,
} from "./codec";

type Columns<F> = {
  [Name in keyof ValuesOf<F>]: Name extends keyof F
    ? F[Name] extends { is: "day" }
      ? Date | OrNull<F[Name]>
      : Wide<ValuesOf<F>[Name]>
    : never;
};
/** A code in the type in which it is stored. */
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
        return "of" in field ? oneOfOrNull<string | number>(field.of, stored as string | number) : stored;
      }) as ValuesOf<F>,
    toRow: (values: ValuesOf<F>): Columns<F> =>
      eachField(fields, (name, field) => {
        const value = Reflect.get(values, name) as Column;
        return field.is === "day" ? dateOrNull(value as string | null) : value;
      }) as Columns<F>,
  };
}

/** Members of a record R whose columns in its model M have the same names. */
interface HowStored<R, M> {
  asIs?: readonly { [K in Shared<R, M>]: M[K] extends R[K] ? K : never }[Shared<R, M>][];
  days?: readonly NameOf<R, M, Date | null>[];
  instants?: readonly NameOf<R, M, Date | null>[];
  numbers?: readonly NameOf<R, M, bigint | null>[];
  json?: readonly { [K in Shared<R, M>]: Prisma.JsonValue extends M[K] ? K : never }[Shared<R, M>][];
  /** Of closed lists. */
  codes?: { readonly [K in NameOf<R, M, string | number | null>]?: readonly NonNullable<R[K]>[] };
}
type Shared<R, M> = keyof R & keyof M & string;
type NameOf<R, M, V> = { [K in Shared<R, M>]: M[K] extends V ? K : never }[Shared<R, M>];
type WrittenOf<R, M, Names extends Shared<R, M>> = {
  [K in Names]: null extends R[K] ? Written<M>[K] : Exclude<Written<M>[K], null | typeof Prisma.DbNull>;
};
type Listed<H> = {
  [Way in keyof H]: H[Way] extends readonly (infer Name)[] ? Name : keyof H[Way];
}[keyof H];

interface Way {
  read: (stored: never) => unknown;
  write: (value: never) => unknown;
}
const itself = (value: unknown): unknown => value;
const WAYS = {
  asIs: { read: itself, write: itself },
  days: { read: dayOrNull, write: dateOrNull },
  instants: { read: instantOrNull, write: dateOrNull },
  numbers: { read: numberOrNull, write: itself },
  json: { read: itself, write: jsonOrNull },
} satisfies Record<string, Way>;
const oneOf = (list: readonly string[]): Way => ({
  read: (stored: string | null) => oneOfOrNull(list, stored),
  write: itself,
});

export const storedAs =
  <R, M>() =>
  <const H extends HowStored<R, M>>({ codes = {}, ...lists }: H) => {
    const ways: [string, Way][] = [
      ...Object.entries(lists).flatMap(([way, names]) =>
        (names as readonly string[]).map((name): [string, Way] => [name, WAYS[way as keyof typeof WAYS]]),
      ),
      ...Object.entries(codes).map(([name, list]): [string, Way] => [name, oneOf(list as readonly string[])]),
    ];
    const each = (side: keyof Way, from: object): object =>
      Object.fromEntries(ways.map(([name, way]) => [name, way[side](Reflect.get(from, name) as never)]));
    type Names = Listed<H> & Shared<R, M>;
    return {
      read: (row: Stored<Pick<M, Names>>) => each("read", row) as Pick<R, Names>,
      write: (record: Pick<R, Names>) => each("write", record) as WrittenOf<R, M, Names>,
    };
  };
