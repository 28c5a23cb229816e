import { z } from "zod";
import { ROLES } from "@/lib/domain/people/actor";
import { line, timeZone } from "@/lib/schema/fields";

const SETTINGS_LIMITS = { marking: 200, staleDays: 365, mandateDays: 365 } as const;

/** Fields left out stay as they are. */
export const settingsChanges = z.strictObject({
  timeZone: timeZone.optional(),
  /** Null for none. */
  marking: line(SETTINGS_LIMITS.marking).nullable().optional(),
  staleDays: z.int().min(1).max(SETTINGS_LIMITS.staleDays).optional(),
  mandateDays: z.int().min(1).max(SETTINGS_LIMITS.mandateDays).optional(),
  /** The roles that must have a second factor. */
  secondFactorFor: z
    .array(z.enum(ROLES))
    .max(ROLES.length)
    .transform((roles) => [...new Set(roles)].sort())
    .optional(),
});
export type SettingsChanges = z.output<typeof settingsChanges>;
