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

export const findSettingsEvents = (): Promise<SettingsEvent[]> => selectSettingsEvents(outside);
