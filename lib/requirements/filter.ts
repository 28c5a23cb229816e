import { z } from "zod";
import { REQUIREMENT_SORTS } from "@/lib/domain/requirements/requirement-coverage";
import type { Result } from "@/lib/domain/base/result";
import { listOf, oneOf, parseParameters, priorities, words } from "@/lib/schema/parameters";
import { CRITICALITIES, type Criticality } from "@/lib/domain/requirements/requirement";

export const CLOSED = ["without", "only", "with"] as const;

export const requirementParameters = z.strictObject({
  priority: priorities,
  criticality: listOf(CRITICALITIES.map(String)).transform((list) => list.map(Number) as Criticality[]),
  closed: oneOf(CLOSED, "without"),
  sort: oneOf(REQUIREMENT_SORTS, "criticality"),
});
export type RequirementFilter = z.output<typeof requirementParameters>;

export const parseRequirementFilter = (params: URLSearchParams): Result<RequirementFilter> =>
  parseParameters(requirementParameters, params);

/** What could be offered for one: by words in the pledge. */
export const candidateParameters = z.strictObject({ q: words });
export type CandidateFilter = z.output<typeof candidateParameters>;
