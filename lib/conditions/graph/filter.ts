import { z } from "zod";
import type { GraphQuestion } from "@/lib/domain/conditions/graph/graph";
import { suppositionNamed } from "@/lib/domain/conditions/graph/suppose";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import type { Reading } from "@/lib/domain/conditions/without-inferred";
import { ok, type Result } from "@/lib/domain/base/result";
import { inferredParameter } from "@/lib/conditions/keystones/filter";
import { problemOf } from "@/lib/schema/fields";
import {
  listParameter,
  oneOfParameter,
  parseParameters,
  participantCodes,
  priorities,
  suppositionNames,
} from "@/lib/schema/parameters";

export type GraphFilter = GraphQuestion & { inferred: Reading };

/** More than anyone supposes, and few enough to compute. */
const MOST_SUPPOSED = 20;

export const graphParameters = z.strictObject({
  about: z
    .string()
    .max(60)
    .refine((text) => leafNamed(text) !== null && !text.includes(":"), problemOf("not-a-leaf"))
    .nullable()
    .default(null),
  participant: participantCodes,
  priority: priorities,
  depth: z
    .string()
    .regex(/^[1-9]$/)
    .transform(Number)
    .nullable()
    .default(null),
  dormant: oneOfParameter(["with", "without"], "without"),
  needs: oneOfParameter(["with", "without"], "without"),
  inferred: inferredParameter,
  suppose: suppositionNames.pipe(z.array(z.string()).max(MOST_SUPPOSED)),
});

export function parseGraphFilter(params: URLSearchParams): Result<GraphFilter> {
  const parsed = parseParameters(graphParameters, params);
  if (!parsed.ok) return parsed;
  return ok({
    ...parsed.value,
    suppose: parsed.value.suppose.flatMap((name) => suppositionNamed(name) ?? []),
  });
}

/** What a drawing can show in addition. */
const DRAWN = ["dormant", "needs"] as const;

/** In the address of a page, whose list has its own filters. */
export const graphPageParameters = graphParameters
  .omit({ dormant: true, needs: true })
  .extend({ draw: listParameter(DRAWN) });

export function parseGraphView(params: URLSearchParams): Result<GraphFilter> {
  const parsed = parseParameters(graphPageParameters, params);
  if (!parsed.ok) return parsed;
  const { draw, suppose, ...rest } = parsed.value;
  return ok({
    ...rest,
    dormant: draw.includes("dormant") ? "with" : "without",
    needs: draw.includes("needs") ? "with" : "without",
    suppose: suppose.flatMap((name) => suppositionNamed(name) ?? []),
  });
}
