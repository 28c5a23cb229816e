import { z } from "zod";
import { version } from "@/lib/api/parts";
import { ENTITY_TYPES } from "@/lib/domain/base/audit";

export const loggedRecord = z.object({
  type: z.enum(ENTITY_TYPES),
  id: z.string(),
  version,
  reference: z
    .string()
    .nullable()
    .meta({ description: "Its reference or code, or that of what it stands on, as it was." }),
  title: z.string().nullable(),
});
