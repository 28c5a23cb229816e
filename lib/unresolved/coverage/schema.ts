import { z } from "zod";
import type { Result } from "@/lib/domain/base/result";
import { moment, parseParameters } from "@/lib/schema/parameters";

/** `since`: compares with that moment. */
export const coverageParameters = z.strictObject({ since: moment });

export const parseCoverage = (params: URLSearchParams): Result<z.output<typeof coverageParameters>> =>
  parseParameters(coverageParameters, params);
