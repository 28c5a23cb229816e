// A sign-in from a browser that is new to the account, put on record by the register, so that its holder gets
// a notice of it, as for what others do.
import "server-only";
import type { Person } from "@/lib/domain/people/person";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write } from "@/lib/db/write";
import { isMailSetUp } from "./link";

interface SeenDevice {
  id: string;
  /** As `FIREFOX/WINDOWS`. */
  label: string;
  /** Someone signed in to a break-glass account, on any device. */
  isBreakGlass?: boolean;
}

export function noteNewDevice({ id, label, isBreakGlass = false }: SeenDevice): Promise<Result<Person>> {
  return write(THE_REGISTER, async (tx) => {
    const person = await tx.people.lock(id);
    if (!person) return refuse("not-found");
    if (isBreakGlass) {
      if (isMailSetUp())
        for (const one of await tx.people.administrators()) await tx.mailAbout(one, "BREAK_GLASS");
      return ok(
        await tx.save("person", person, person, { action: "person.break-glass-used", reason: label }),
      );
    }
    return ok(await tx.save("person", person, person, { action: "person.new-device", reason: label }));
  });
}
