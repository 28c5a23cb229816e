import { z } from "zod";
import { ROLES } from "@/lib/domain/actor";
import { line, says } from "@/lib/fields";

export const SETTINGS_LIMITS = { timeZone: 100, marking: 200, staleDays: 365 } as const;

/** What changes; what is left out stays. */
export const settingsChanges = z.strictObject({
  timeZone: z.string().max(SETTINGS_LIMITS.timeZone).refine(isTimeZone, says("not-a-time-zone")).optional(),
  /** Null for none. */
  marking: line(SETTINGS_LIMITS.marking).nullable().optional(),
  staleDays: z.int().min(1).max(SETTINGS_LIMITS.staleDays).optional(),
  /** The roles that must have a second factor. */
  secondFactorFor: z
    .array(z.enum(ROLES))
    .max(ROLES.length)
    .transform((roles) => [...new Set(roles)].sort())
    .optional(),
});
export type SettingsChanges = z.output<typeof settingsChanges>;

/** A name, as Europe/Kyiv: an offset means one thing here and its opposite to PostgreSQL. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
