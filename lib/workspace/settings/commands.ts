import "server-only";
import { findRegister } from "@/lib/db/queries/log/register";
import { write, writeAlone } from "@/lib/db/write";
import { mayKeepPeople, THE_REGISTER, type Actor, type Role } from "@/lib/domain/people/actor";
import { AUTHORITY, MANDATE_DAYS, STALE_DAYS, type Register } from "@/lib/domain/people/register";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import { personBehind, type Origin } from "./origin";
import type { SettingsChanges } from "./schema";

export { THE_REGISTER };

export interface Founding {
  demonstration: boolean;
  offsetMs: number;
  timeZone: string;
  marking: string;
  staleDays?: number;
  secondFactorFor?: Role[];
}

/** The log's first event. Refuses a second founding with `already-there`. */
export async function foundRegister(founding: Founding): Promise<Result<Register>> {
  if (await findRegister()) return refuse("already-there");
  return write(THE_REGISTER, async (tx) => {
    const register = {
      ...{ staleDays: STALE_DAYS, mandateDays: MANDATE_DAYS, secondFactorFor: [], authority: AUTHORITY },
      ...founding,
      version: 1,
    };
    await tx.noteRules();
    return ok(await tx.save("register", null, register, { action: "register.founded" }));
  });
}

/** By an administrator. Derived rows of every pledge change in the same transaction; all other changes wait. */
export function changeSettings(
  actor: Actor,
  { ifMatch, changes }: { ifMatch: number; changes: SettingsChanges },
): Promise<Result<Register>> {
  return writeAlone(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    const before = await tx.register.lock();
    if (!before) return refuse("not-found");
    if (ifMatch !== before.version)
      return refused({ code: "version", conflict: await tx.conflict("register", before, ifMatch) });
    const timeZone = await tx.register.findTimeZone(changes.timeZone ?? before.timeZone);
    if (timeZone === null) return invalid({ path: "timeZone", code: "not-a-time-zone" });
    const after = {
      ...before,
      timeZone,
      marking: changes.marking === undefined ? before.marking : (changes.marking ?? ""),
      staleDays: changes.staleDays ?? before.staleDays,
      mandateDays: changes.mandateDays ?? before.mandateDays,
      secondFactorFor: changes.secondFactorFor ?? before.secondFactorFor,
    };
    if (isTheSame(before, after)) return ok(before);
    return ok(await tx.save("register", before, after, { action: "register.settings-changed" }));
  });
}

type Given = "timeZone" | "marking";

/**
 * Records the settings from the environment, except where a person has set another value: that stays, and is in
 * `setByPeople`. A register from before the rules of authority puts them on record.
 */
export function adoptSettings(
  given: Partial<Pick<Register, Given>>,
): Promise<Result<{ register: Register; setByPeople: (Origin & { setting: Given })[] }>> {
  return writeAlone(THE_REGISTER, async (tx) => {
    const before = await tx.register.lock();
    if (!before) return refuse("not-found");
    const events = await tx.register.events();
    const differing = GIVEN.filter(
      (setting) => given[setting] !== undefined && given[setting] !== before[setting],
    );
    const setByPeople = differing.flatMap((setting) => {
      const origin = personBehind(events, setting);
      return origin ? [{ setting, ...origin }] : [];
    });
    const applied = differing.filter((setting) => !setByPeople.some((one) => one.setting === setting));
    if (applied.length === 0 && before.authority === AUTHORITY) return ok({ register: before, setByPeople });
    const values = Object.fromEntries(applied.map((setting) => [setting, given[setting]]));
    const after = { ...before, ...values, authority: AUTHORITY };
    const register = await tx.save("register", before, after, { action: "register.settings-changed" });
    return ok({ register, setByPeople });
  });
}

const GIVEN: readonly Given[] = ["timeZone", "marking"];

function isTheSame(a: Register, b: Register): boolean {
  return (
    a.timeZone === b.timeZone &&
    a.marking === b.marking &&
    a.staleDays === b.staleDays &&
    a.mandateDays === b.mandateDays &&
    [...a.secondFactorFor].sort().join() === [...b.secondFactorFor].sort().join()
  );
}
