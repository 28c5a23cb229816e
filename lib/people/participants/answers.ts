import { z } from "zod";
import { coverageCell } from "@/lib/api/coverage-cell";
import { answers, code, count, day, priority, version } from "@/lib/api/parts";
import { PARTICIPANT_KINDS, PARTICIPANT_ROLES } from "@/lib/domain/people/participant";

const search = z.object({ priority, until: day, where: z.string(), by: z.string() });

export const recordedSearch = z
  .object({ participant: code, ...search.shape })
  .register(answers, { id: "Search" });

export const participant = z
  .object({
    code,
    version,
    kind: z.enum(PARTICIPANT_KINDS),
    role: z.enum(PARTICIPANT_ROLES),
    names: z.record(z.string(), z.string()),
    formerNames: z.array(z.object({ names: z.record(z.string(), z.string()), until: day })),
    joinedOn: day.nullable(),
    leftOn: day.nullable(),
    leftReason: z.string().nullable(),
    searches: z.array(search),
    cells: z.array(coverageCell),
    pledges: count,
    unresolved: count,
  })
  .register(answers, { id: "Participant" });
