import { z } from "zod";
import { problemOf } from "@/lib/schema/fields";

/** The number of a log entry. */
const place = z
  .string()
  .max(20)
  .refine((text) => /^[1-9]\d{0,14}$/.test(text), problemOf("not-an-entry"))
  .transform(Number);

export const proofParameters = z.strictObject({ seq: place });
export const consistencyParameters = z.strictObject({ from: place, to: place });
