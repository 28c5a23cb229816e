import { z } from "zod";
import { isId } from "@/lib/domain/base/id";
import { LONGEST_NAME, momentNamed } from "@/lib/domain/base/moment";
import { instant, line, orNull, says } from "@/lib/schema/fields";

export const BASELINE_LIMITS = { name: LONGEST_NAME, baselines: 500 } as const;

export const baselineInput = z.strictObject({
  name: line(BASELINE_LIMITS.name)
    .overwrite((value) => value.trim())
    .refine((value) => !isId(value) && isName(value), says("name-of-moment")),
  /** Left out: now. */
  asOf: orNull(instant),
});
export type BaselineInput = z.output<typeof baselineInput>;

/** What is blank or too long is said of otherwise. */
const isName = (value: string): boolean =>
  value.trim() === "" || value.length > LONGEST_NAME || momentNamed(value)?.is === "baseline";
