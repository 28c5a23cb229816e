import { z } from "zod";
import { REQUIREMENT_SORTS } from "@/lib/domain/requirements/requirement-coverage";
import { FIRST_TRIGGER } from "@/lib/domain/requirements/response-ladder";
import type { Result } from "@/lib/domain/base/result";
import { listParameter, oneOfParameter, parseParameters, priorities, words } from "@/lib/schema/parameters";
import { CRITICALITIES, type Criticality } from "@/lib/domain/requirements/requirement";

export const CLOSED = ["without", "only", "with"] as const;

export const requirementParameters = z.strictObject({
  priority: priorities,
  criticality: listParameter(CRITICALITIES.map(String)).transform(
    (list) => list.map(Number) as Criticality[],
  ),
  closed: oneOfParameter(CLOSED, "without"),
  sort: oneOfParameter(REQUIREMENT_SORTS, "criticality"),
});
export type RequirementFilter = z.output<typeof requirementParameters>;

export const parseRequirementFilter = (params: URLSearchParams): Result<RequirementFilter> =>
  parseParameters(requirementParameters, params);

/** `trigger`: the one that is assumed to be met. */
export const ladderParameters = z.strictObject({
  trigger: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{1,59}$/)
    .default(FIRST_TRIGGER),
  priority: requirementParameters.shape.priority,
  criticality: requirementParameters.shape.criticality,
});
export type LadderFilter = z.output<typeof ladderParameters>;

export const parseLadderFilter = (params: URLSearchParams): Result<LadderFilter> =>
  parseParameters(ladderParameters, params);

/** Lines that could be offered for it: by words in the pledge. */
export const candidateParameters = z.strictObject({ q: words });
export type CandidateFilter = z.output<typeof candidateParameters>;
