// Who has set what: a setting that a person made on its page stands, whatever the environment says at the next start.
import { THE_REGISTER } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { Register } from "@/lib/domain/people/person";

export type Setting = "timeZone" | "marking" | "staleDays" | "secondFactorFor";

interface SettingsEvent {
  by: { id: string; name: string };
  at: Instant;
  /** One written before a setting existed doesn't have it. */
  record: Partial<Register>;
}

export interface Origin {
  by: string;
  at: Instant;
}

/** The person who set it last; null when nobody has. `events`: oldest first. */
export function personBehind(events: readonly SettingsEvent[], setting: Setting): Origin | null {
  const set = events.filter(
    ({ record }, index) =>
      JSON.stringify(record[setting]) !== JSON.stringify(events[index - 1]?.record[setting]),
  );
  const last = set.at(-1);
  return last && last.by.id !== THE_REGISTER.id ? { by: last.by.name, at: last.at } : null;
}
