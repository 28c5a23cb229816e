// Who set each setting: a person's choice on the page wins over the environment at the next start.
import { THE_REGISTER } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { Register, Setting } from "@/lib/domain/people/register";

interface SettingsEvent {
  by: { id: string; name: string };
  at: Instant;
  /** Old events lack settings that didn't exist then. */
  record: Partial<Register>;
}

export interface Origin {
  by: string;
  at: Instant;
}

/** The person who set it last; null if nobody. `events`: oldest first. */
export function personBehind(events: readonly SettingsEvent[], setting: Setting): Origin | null {
  const set = events.filter(
    ({ record }, index) =>
      JSON.stringify(record[setting]) !== JSON.stringify(events[index - 1]?.record[setting]),
  );
  const last = set.at(-1);
  return last && last.by.id !== THE_REGISTER.id ? { by: last.by.name, at: last.at } : null;
}
