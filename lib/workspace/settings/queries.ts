import "server-only";
import { findRegister } from "@/lib/db/queries/log/register";
import { findSettings, findSettingsEvents } from "@/lib/db/queries/log/settings";
import { mayReadPeople, type Actor } from "@/lib/domain/people/actor";
import { MANDATE_DAYS, STALE_DAYS, type Register, type Setting } from "@/lib/domain/people/register";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { personBehind, type Origin } from "./origin";

export type LoadedSettings = Omit<Register, "authority" | "version">;

/** Readable without signing in: the sign-in page shows them too. */
export async function loadSettings(): Promise<LoadedSettings> {
  const { version: _version, ...settings } = (await findRegister()) ?? { ...NOT_FOUNDED, version: 0 };
  return settings;
}

/** For administrators: with who set each. */
export type SettingsWithOrigins = Register & { origins: Record<Setting, Origin | null> };

export async function loadSettingsWithOrigins(actor: Actor): Promise<Result<SettingsWithOrigins>> {
  if (!mayReadPeople(actor)) return refuse("role");
  const [register, events] = await Promise.all([findSettings(), findSettingsEvents()]);
  const origins = {
    timeZone: personBehind(events, "timeZone"),
    marking: personBehind(events, "marking"),
    staleDays: personBehind(events, "staleDays"),
    mandateDays: personBehind(events, "mandateDays"),
    secondFactorFor: personBehind(events, "secondFactorFor"),
  };
  return ok({ ...register, origins });
}

const NOT_FOUNDED: LoadedSettings = {
  demonstration: false,
  offsetMs: 0,
  timeZone: "UTC",
  marking: "",
  staleDays: STALE_DAYS,
  mandateDays: MANDATE_DAYS,
  secondFactorFor: [],
};
