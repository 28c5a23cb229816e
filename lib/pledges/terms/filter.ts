// The parameters for suggestions of a typed term; the list's own filter is `../pledges/filter.ts`.
import { z } from "zod";
import { pledgeParameters } from "@/lib/pledges/pledges/filter";
import { isText } from "@/lib/schema/fields";
import { oneOfParameter } from "@/lib/schema/parameters";
import { TYPED_LIST_NAMES } from "@/lib/domain/details/list-keys";

const { q: _q, sort: _sort, cursor: _cursor, limit: _limit, ...boxes } = pledgeParameters.shape;

/**
 * `list`: the list that is filtered; only pledges are counted. `typed`: the term as typed so far; the others
 * are what the list is already asked for.
 */
export const termParameters = z.strictObject({
  ...boxes,
  list: oneOfParameter(TYPED_LIST_NAMES, "pledges"),
  typed: z.string().min(1).max(100).check(isText()),
});
