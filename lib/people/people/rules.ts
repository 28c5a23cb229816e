// What must be true of an account after any change.
import "server-only";
import type { Person } from "@/lib/domain/people/person";
import { invalid } from "@/lib/domain/base/refusal";
import type { Result } from "@/lib/domain/base/result";
import type { Tx } from "@/lib/db/write";
import { whyNotDistinct } from "./distinct";

/** `before` is null for a new account. */
export async function whyNotAccount(
  tx: Tx,
  before: Person | null,
  after: Person,
): Promise<Result<never> | null> {
  const isRenamed = before === null || before.name !== after.name;
  const mistakable = before === null ? await whyNotDistinct(tx, withoutId(after)) : null;
  if (mistakable) return mistakable;
  const wrongDesk = await whyNotDesk(tx, after);
  if (wrongDesk) return wrongDesk;
  const wrongRole = before && (await whyNotLast(tx, before, after));
  if (wrongRole) return wrongRole;
  return before !== null && isRenamed ? whyNotDistinct(tx, after) : null;
}

const withoutId = ({ email, name }: Person): Pick<Person, "email" | "name"> => ({ email, name });

async function whyNotDesk(
  tx: Tx,
  { role, desk }: Pick<Person, "role" | "desk">,
): Promise<Result<never> | null> {
  if (role !== "OFFICER" && desk.length > 0) return invalid({ path: "desk", code: "desk-of-officers" });
  for (const [index, code] of desk.entries()) {
    if (!(await tx.participants.find(code))) return invalid({ path: `desk.${index}`, code: "unknown" });
  }
  return null;
}

/** At least one active administrator must remain. */
async function whyNotLast(tx: Tx, before: Person, after: Person): Promise<Result<never> | null> {
  if (!isAdministrator(before) || isAdministrator(after) || (await tx.people.countAdmins()) > 1) return null;
  return invalid({ path: after.role === "ADMIN" ? "disabled" : "role", code: "last-administrator" });
}

const isAdministrator = (person: Person): boolean => person.role === "ADMIN" && person.disabledAt === null;
