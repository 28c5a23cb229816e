// How a list is asked for: its filters, its order, and the last row already seen.
import type { z } from "zod";
import { afterCursor, type CursorKey } from "@/lib/domain/base/cursor";
import type { Day } from "@/lib/domain/base/day";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { oneOfParameter, parseParameters } from "@/lib/schema/parameters";

type IsKey = (key: CursorKey) => boolean;

interface Page {
  cursor: string | null;
}

interface After {
  after: CursorKey | null;
}

/** A list that has one order. A cursor from another list is refused at `cursor`. */
export function parseListed<T extends Page>(
  schema: z.ZodType<T>,
  params: URLSearchParams,
  { order, isKey }: { order: string; isKey: IsKey },
): Result<Omit<T, "cursor"> & After> {
  const parsed = parseParameters(schema, params);
  if (!parsed.ok) return parsed;
  const { cursor, ...filter } = parsed.value;
  const after = afterCursor(cursor, order, isKey);
  return after.ok ? ok({ ...filter, after: after.value }) : after;
}

/** A last day before the first one is refused at `to`. */
export const daysInOrder = <T extends { from: Day | null; to: Day | null }>(asked: Result<T>): Result<T> =>
  asked.ok && asked.value.from !== null && asked.value.to !== null && asked.value.to < asked.value.from
    ? invalid({ path: "to", code: "order" })
    : asked;

/** "sort": a leading - turns it. */
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
