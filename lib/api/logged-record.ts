import { z } from "zod";
import { version } from "@/lib/api/parts";
import { ENTITY_TYPES } from "@/lib/domain/base/audit";

export const loggedRecord = z.object({
  type: z.enum(ENTITY_TYPES),
  id: z.string(),
  version,
  reference: z.string().nullable().meta({
    description: "Reference or code of the record, or of the record that it belongs to, at that time.",
  }),
  title: z.string().nullable(),
});
