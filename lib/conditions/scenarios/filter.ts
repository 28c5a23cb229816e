import { z } from "zod";
import type { Result } from "@/lib/domain/base/result";
import { oneOfParameter, parseParameters } from "@/lib/schema/parameters";

export const scenarioParameters = z.strictObject({
  withdrawn: oneOfParameter(["without", "only", "with"] as const, "without"),
});
export type ScenarioFilter = z.output<typeof scenarioParameters>;

export const parseScenarioFilter = (params: URLSearchParams): Result<ScenarioFilter> =>
  parseParameters(scenarioParameters, params);
