import { z } from "zod";
import { LONGEST_SEED, MOST_DRAWN, SAMPLED_NAMES } from "@/lib/domain/oversight/sample";
import type { Result } from "@/lib/domain/base/result";
import { problemOf } from "@/lib/schema/fields";
import { oneOfParameter, parseParameters } from "@/lib/schema/parameters";

const SAMPLE_SIZE = 25;

const whole = (most: number) =>
  z
    .string()
    .max(15)
    .regex(/^[1-9]\d*$/)
    .transform(Number)
    .pipe(z.number().max(most));

/** Default seed: a random one. Default position: the log's last event. */
export const sampleParameters = z.strictObject({
  of: oneOfParameter(SAMPLED_NAMES, "pledges"),
  n: whole(MOST_DRAWN).default(SAMPLE_SIZE),
  seed: z
    .string()
    .max(LONGEST_SEED)
    .refine((text) => /^[A-Za-z0-9._-]+$/.test(text), problemOf("not-a-seed"))
    .nullable()
    .default(null),
  position: whole(Number.MAX_SAFE_INTEGER).nullable().default(null),
});
export type SampleAsked = z.output<typeof sampleParameters>;

export const parseSample = (params: URLSearchParams): Result<SampleAsked> =>
  parseParameters(sampleParameters, params);
