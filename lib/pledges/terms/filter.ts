// What suggestions for a typed term are asked with; the list's own filter is `../pledges/filter.ts`.
import { z } from "zod";
import { pledgeParameters } from "@/lib/pledges/pledges/filter";
import { problemOf } from "@/lib/schema/fields";
import { oneOfParameter } from "@/lib/schema/parameters";
import { TYPED_LIST_NAMES } from "@/lib/domain/details/list-keys";

const { q: _q, sort: _sort, cursor: _cursor, limit: _limit, ...boxes } = pledgeParameters.shape;

/** `list`: whose filter it is; counts are of pledges alone. `typed`: the term being typed, as far as it goes; the others say what the list is asked for already. */
export const termParameters = z.strictObject({
  ...boxes,
  list: oneOfParameter(TYPED_LIST_NAMES, "pledges"),
  typed: z
    .string()
    .min(1)
    .max(100)
    .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), problemOf("unprintable")),
});
