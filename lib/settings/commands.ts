import "server-only";
import { findRegister } from "@/lib/db/read/register";
import { write } from "@/lib/db/write";
import { THE_REGISTER } from "@/lib/domain/actor";
import type { Register } from "@/lib/domain/person";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";

export { THE_REGISTER };

export interface Founding {
  demonstration: boolean;
  offsetMs: number;
  timeZone: string;
  marking: string;
  staleDays?: number;
}

/** The log's first event. Refuses a second founding with `already-there`. */
export async function foundRegister(founding: Founding): Promise<Result<Register>> {
  if (await findRegister()) return refuse("already-there");
  return write(THE_REGISTER, async (tx) => {
    const register = { staleDays: 30, secondFactorFor: [], ...founding, version: 1 };
    return ok(await tx.save("register", null, register, { action: "register.founded" }));
  });
}

/** Settings given from outside become the register's, on the record; what they change about every pledge is derived anew. */
export async function changeSettings(wished: {
  timeZone?: string;
  marking?: string;
}): Promise<Result<Register>> {
  const register = await findRegister();
  if (!register) return refuse("not-found");
  const changed = { ...register, ...wished };
  if (changed.timeZone === register.timeZone && changed.marking === register.marking) return ok(register);
  return write(THE_REGISTER, async (tx) =>
    ok(await tx.save("register", register, changed, { action: "register.settings-changed" })),
  );
}
