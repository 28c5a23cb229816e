import { z } from "zod";
import { isId } from "@/lib/domain/base/id";
import { LONGEST_NAME, momentNamed } from "@/lib/domain/base/moment";
import { instantInput, line, nullable, problemOf } from "@/lib/schema/fields";

export const BASELINE_LIMITS = { name: LONGEST_NAME, baselines: 500 } as const;

export const baselineInput = z.strictObject({
  name: line(BASELINE_LIMITS.name)
    .overwrite((value) => value.trim())
    .refine((value) => !isId(value) && isName(value), problemOf("name-of-moment")),
  /** Left out: now. */
  asOf: nullable(instantInput),
});
export type BaselineInput = z.output<typeof baselineInput>;

/** Blank and too long names have their own error. */
const isName = (value: string): boolean =>
  value.trim() === "" || value.length > LONGEST_NAME || momentNamed(value)?.is === "baseline";
