import { z } from "zod";
import { coverageCell } from "@/lib/api/coverage-cell";
import { answers, code, count, day, version } from "@/lib/api/parts";
import { PARTICIPANT_KINDS, PARTICIPANT_ROLES } from "@/lib/domain/people/participant";

export const participant = z
  .object({
    code,
    version,
    kind: z.enum(PARTICIPANT_KINDS),
    role: z.enum(PARTICIPANT_ROLES),
    names: z.record(z.string(), z.string()),
    joinedOn: day.nullable(),
    leftOn: day.nullable(),
    leftReason: z.string().nullable(),
    cells: z.array(coverageCell),
    pledges: count,
    unresolved: count,
  })
  .register(answers, { id: "Participant" });
