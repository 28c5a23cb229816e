import { z } from "zod";
import { keyIn } from "@/lib/domain/base/cursor";
import type { Paged } from "@/lib/domain/base/listing";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { cursor, limit, parseParameters } from "@/lib/schema/parameters";

export const peopleParameters = z.strictObject({ cursor, limit });

/** By e-mail. */
export const PEOPLE_ORDER = "email";

export function parsePeopleFilter(params: URLSearchParams): Result<Paged> {
  const parsed = parseParameters(peopleParameters, params);
  if (!parsed.ok) return parsed;
  const { cursor: from, limit: most } = parsed.value;
  const after = from === null ? null : keyIn(from, PEOPLE_ORDER, (key) => key.length === 1);
  return from !== null && after === null
    ? invalid({ path: "cursor", code: "bad-cursor" })
    : ok({ after, limit: most });
}
