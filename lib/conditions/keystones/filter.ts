import { z } from "zod";
import type { CursorKey } from "@/lib/domain/base/cursor";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { KEYSTONE_KINDS, KEYSTONE_SORTS, type KeystoneFilter } from "@/lib/domain/conditions/keystone-list";
import type { Result } from "@/lib/domain/base/result";
import { parseSorted, sortParameter } from "@/lib/schema/listed";
import { cursor, limit, listParameter, oneOfParameter, participantCodes } from "@/lib/schema/parameters";

/** With our reading of conditions, or only what participants and others have said. */
export const inferredParameter = oneOfParameter(["with", "without"], "with");

export const keystoneParameters = z.strictObject({
  kind: listParameter(KEYSTONE_KINDS),
  dormant: oneOfParameter(["with", "without", "only"], "with"),
  inferred: inferredParameter,
  participant: participantCodes,
  sort: sortParameter(KEYSTONE_SORTS, "necessary"),
  cursor,
  limit,
});

export const parseKeystoneFilter = (params: URLSearchParams): Result<KeystoneFilter> =>
  parseSorted(keystoneParameters, params, () => isKeystoneKey);

const isKeystoneKey = ([count = "", named = "", name = "", ...rest]: CursorKey): boolean =>
  rest.length === 0 && [count, named].every((one) => /^\d{1,9}$/.test(one)) && leafNamed(name) !== null;
