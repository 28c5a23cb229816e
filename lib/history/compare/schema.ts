import { z } from "zod";
import type { NamedMoment } from "@/lib/domain/base/moment";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { moment, parseParameters } from "@/lib/schema/parameters";

/** Two moments to compare; the second, if left out, is now. */
export const comparedParameters = z.strictObject({ from: moment, to: moment });

export function parseCompared(
  params: URLSearchParams,
): Result<{ from: NamedMoment; to: NamedMoment | null }> {
  const parsed = parseParameters(comparedParameters, params);
  if (!parsed.ok) return parsed;
  const { from, to } = parsed.value;
  return from === null ? invalid({ path: "from", code: "required" }) : ok({ from, to });
}
