import { z } from "zod";
import { parseParameters } from "@/lib/schema/parameters";

/** The raw name; the stored name is decided later. */
export const fileParameters = z.strictObject({ name: z.string().min(1).max(1_000) });

export const parseFileName = (params: URLSearchParams) => parseParameters(fileParameters, params);
