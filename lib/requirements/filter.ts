import { z } from "zod";
import { REQUIREMENT_SORTS } from "@/lib/domain/requirements/requirement-coverage";
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

/** Lines that could be offered for it: by words in the pledge. */
export const candidateParameters = z.strictObject({ q: words });
export type CandidateFilter = z.output<typeof candidateParameters>;
