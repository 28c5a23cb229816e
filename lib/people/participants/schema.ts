import { z } from "zod";
import { PARTICIPANT_ROLES } from "@/lib/domain/people/participant";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { dayInput, line, nullable, problemOf } from "@/lib/schema/fields";

const PARTICIPANT_LIMITS = { name: 120, reason: 2_000, where: 500 } as const;

const name = line(PARTICIPANT_LIMITS.name);

/** Fields left out stay as they are; names are replaced as a whole. Code and kind are its identity and can't change. */
export const participantChanges = z
  .strictObject({
    names: z.strictObject({ en: name, fr: nullable(name), uk: nullable(name) }).optional(),
    /** The day from which the new name holds, with a reason; left out: the names are corrected. */
    renamedOn: dayInput.nullable().optional(),
    role: z.enum(PARTICIPANT_ROLES).optional(),
    joinedOn: dayInput.nullable().optional(),
    leftOn: dayInput.nullable().optional(),
    /** Why it leaves, or why that is undone; why it is renamed. */
    reason: line(PARTICIPANT_LIMITS.reason).nullable().optional(),
  })
  .refine(({ names, renamedOn }) => !renamedOn || names !== undefined, problemOf("required", ["names"]));
export type ParticipantChanges = z.output<typeof participantChanges>;

/** Where someone looked without finding anything, and up to which day. */
export const searchInput = z.strictObject({
  priority: z.literal(PRIORITIES),
  until: dayInput,
  where: line(PARTICIPANT_LIMITS.where),
});
export type SearchInput = z.output<typeof searchInput>;
