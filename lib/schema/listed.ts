// The parameters of a list: its filters, its order, and the last row already seen.
import { z } from "zod";
import { afterCursor, cursorOf, type CursorKey } from "@/lib/domain/base/cursor";
import type { Day } from "@/lib/domain/base/day";
import { listed, type Listed, type Paged } from "@/lib/domain/base/listing";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { cursor, limit, oneOfParameter, pageParameters, parseParameters } from "@/lib/schema/parameters";

type IsKey = (key: CursorKey) => boolean;

interface Page {
  cursor: string | null;
}

interface After {
  after: CursorKey | null;
}

export interface ListQuery<Filter> {
  parameters: z.ZodObject;
  parse: (params: URLSearchParams) => Result<Filter>;
}

/** A parameter for each member of the queries' filter, and no others. */
export type FiltersOf<Filter extends Paged> = {
  [Name in Exclude<keyof Filter, keyof Paged>]: z.ZodType<Filter[Name]>;
};

type ParsedFilter<Filters extends z.ZodRawShape> = z.output<z.ZodObject<Filters>> & Paged;

interface Declared<Filters extends z.ZodRawShape, Row> {
  filters: Filters;
  /** As a cursor names it: a cursor of another list is refused at `cursor`. */
  order: string;
  keyOf: (row: Row) => CursorKey;
  isKey: IsKey;
  /** Fills in what the address leaves out, or refuses what can't be asked for together. */
  complete?: (filter: ParsedFilter<Filters>) => Result<ParsedFilter<Filters>>;
}

/** A list that has one order: what it can be asked for, and its pages. */
export function listQuery<Filters extends z.ZodRawShape, Row>(list: Declared<Filters, Row>) {
  const { filters, order, keyOf, isKey, complete = ok } = list;
  const parameters = z.strictObject({ ...filters, cursor, limit });
  return {
    parameters,
    parse: (params: URLSearchParams): Result<ParsedFilter<Filters>> => {
      const parsed = parseParameters(parameters, params);
      if (!parsed.ok) return parsed;
      const { cursor: from, ...filter } = parsed.value as z.output<typeof parameters> & Page;
      const after = afterCursor(from, order, isKey);
      return after.ok
        ? complete({ ...filter, after: after.value } as unknown as ParsedFilter<Filters>)
        : after;
    },
    /** Expects one row more than the limit, if another page follows. */
    page: <One extends Row>(
      found: readonly One[],
      { limit: most }: Pick<Paged, "limit">,
      total: number,
    ): Listed<One> => listed(found, most, total, (last) => cursorOf(order, keyOf(last))),
  };
}

/** The list in an address, or the default if the address leaves it out. */
export const orUsual = <T>(list: T[], usual: NoInfer<T>[]): T[] => (list.length > 0 ? list : usual);

/** Parses what a page's address asks for. */
export const parseListAddress = <Filter>(
  { parameters, parse }: ListQuery<Filter>,
  search: Parameters<typeof pageParameters>[1],
): Result<Filter> => parse(pageParameters(parameters, search));

/** A last day before the first one is refused at `to`. */
export const daysInOrder = <T extends { from: Day | null; to: Day | null }>(filter: T): Result<T> =>
  filter.from !== null && filter.to !== null && filter.to < filter.from
    ? invalid({ path: "to", code: "order" })
    : ok(filter);

/** "sort": a leading - reverses it. */
export const sortParameter = <S extends string>(sorts: readonly S[], usual: S) =>
  oneOfParameter([...sorts, ...sorts.map((sort) => `-${sort}` as const)], usual);

/** A list with several orders. A cursor from another order is refused at `cursor`. */
export function parseSorted<S extends string, T extends Page & { sort: S | `-${S}` }>(
  schema: z.ZodType<T>,
  params: URLSearchParams,
  isKeyOf: (sort: S) => IsKey,
): Result<Omit<T, "cursor" | "sort"> & After & { sort: S; turned: boolean }> {
  const parsed = parseParameters(schema, params);
  if (!parsed.ok) return parsed;
  const { cursor, sort: order, ...filter } = parsed.value;
  const sort = order.replace("-", "") as S;
  const after = afterCursor(cursor, order, isKeyOf(sort));
  return after.ok ? ok({ ...filter, sort, turned: order !== sort, after: after.value }) : after;
}
