import type { z } from "zod";
import { sourceFields } from "@/lib/fields";

export const sourceInput = sourceFields;
export type SourceInput = z.output<typeof sourceInput>;
