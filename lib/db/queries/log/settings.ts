import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import type { Register } from "@/lib/domain/people/register";
import { selectSettingsEvents, type SettingsEvent } from "../../statements/settings-events";
import { findRegister } from "./register";
import { outside } from "../../sql/ask";

export type RegisterSettings = Register;

/** Throws before the register is founded. */
export async function findSettings(): Promise<RegisterSettings> {
  const settings = await findRegister();
  if (settings === null) throw new Error("the register is not founded");
  return settings;
}

/** The register's day now; for a past moment, the snapshot has it. */
export const todayAt = async (at: Instant): Promise<Day> => dayOf(at, (await findSettings()).timeZone);

export const findSettingsEvents = (): Promise<SettingsEvent[]> => selectSettingsEvents(outside);
