import { z } from "zod";
import { keyIn, type CursorKey } from "@/lib/domain/base/cursor";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import {
  KEYSTONE_KINDS,
  KEYSTONE_SORTS,
  type KeystoneFilter,
  type KeystoneSort,
} from "@/lib/domain/conditions/keystone-list";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import {
  cursor,
  limit,
  listParameter,
  oneOfParameter,
  parseParameters,
  participantCodes,
} from "@/lib/schema/parameters";

const ORDERS = [...KEYSTONE_SORTS, ...KEYSTONE_SORTS.map((sort) => `-${sort}` as const)] as const;

export const keystoneParameters = z.strictObject({
  kind: listParameter(KEYSTONE_KINDS),
  dormant: oneOfParameter(["with", "without", "only"], "with"),
  participant: participantCodes,
  sort: oneOfParameter(ORDERS, "necessary"),
  cursor,
  limit,
});

/** A cursor from another order is refused at `cursor`. */
export function parseKeystoneFilter(params: URLSearchParams): Result<KeystoneFilter> {
  const parsed = parseParameters(keystoneParameters, params);
  if (!parsed.ok) return parsed;
  const { sort: order, cursor: from, ...rest } = parsed.value;
  const sort = order.replace("-", "") as KeystoneSort;
  const after = from === null ? null : keyIn(from, order, isKeystoneKey);
  if (from !== null && after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, sort, turned: order !== sort, after });
}

/** The order as the parameter writes it. */
export const keystoneOrderOf = ({ sort, turned }: Pick<KeystoneFilter, "sort" | "turned">): string =>
  turned ? `-${sort}` : sort;

const isKeystoneKey = ([count = "", named = "", name = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && [count, named].every((one) => /^\d{1,9}$/.test(one)) && leafNamed(name) !== null;
