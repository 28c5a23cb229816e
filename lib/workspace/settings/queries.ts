import "server-only";
import { findRegister } from "@/lib/db/queries/log/register";
import { findSettings, findSettingsEvents } from "@/lib/db/queries/log/settings";
import { mayReadPeople, type Actor, type Role } from "@/lib/domain/people/actor";
import type { Register } from "@/lib/domain/people/person";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { personBehind, type Origin, type Setting } from "./origin";

export interface LoadedSettings {
  /** Whether the register is a demonstration, running on a clock of its own. */
  demonstration: boolean;
  /** Milliseconds by which its clock is ahead of the true one. */
  offsetMs: number;
  timeZone: string;
  /** The line at the head of every page; empty for none. */
  marking: string;
  staleDays: number;
  /** The roles that must have a second factor. */
  secondFactorFor: readonly Role[];
}

/** For everybody, signed in or not: pages say what they are before anybody has signed in. */
export async function loadSettings(): Promise<LoadedSettings> {
  const { version: _version, ...settings } = (await findRegister()) ?? { ...NOT_FOUNDED, version: 0 };
  return settings;
}

/** The settings as those keep them who may, with who has set each. */
export type KeptSettings = Register & { origins: Record<Setting, Origin | null> };

export async function loadKeptSettings(actor: Actor): Promise<Result<KeptSettings>> {
  if (!mayReadPeople(actor)) return refuse("role");
  const [register, events] = await Promise.all([findSettings(), findSettingsEvents()]);
  const origins = {
    timeZone: personBehind(events, "timeZone"),
    marking: personBehind(events, "marking"),
    staleDays: personBehind(events, "staleDays"),
    secondFactorFor: personBehind(events, "secondFactorFor"),
  };
  return ok({ ...register, origins });
}

const NOT_FOUNDED: LoadedSettings = {
  demonstration: false,
  offsetMs: 0,
  timeZone: "UTC",
  marking: "",
  staleDays: 30,
  secondFactorFor: [],
};
