import { z } from "zod";

/** The raw name; the stored name is decided later. */
export const fileParameters = z.strictObject({ name: z.string().min(1).max(1_000) });
