// Names and addresses that can't be mistaken for another person's.
import "server-only";
import { likenessOf, type Likeness } from "@/lib/domain/people/look-alike";
import type { Person } from "@/lib/domain/people/person";
import { invalid } from "@/lib/domain/base/refusal";
import type { Result } from "@/lib/domain/base/result";
import type { Tx } from "@/lib/db/write";

/**
 * Whether e-mail or name can be mistaken for another person's, including disabled ones, which the record
 * shows too.
 */
export async function whyNotDistinct(
  tx: Tx,
  { id, email, name }: Pick<Person, "email" | "name"> & { id?: string },
): Promise<Result<never> | null> {
  await tx.people.countAdmins(); // Locks their rows: two such accounts can't be made concurrently.
  const others = (await tx.people.names()).filter((other) => other.id !== id);
  const likest = (likenesses: (Likeness | null)[]) =>
    likenesses.includes("same") ? "same" : likenesses.includes("look-alike") ? "look-alike" : null;
  const ofEmail = id === undefined ? likest(others.map((other) => likenessOf(email, other.email))) : null;
  const ofName = likest(others.map((other) => likenessOf(name, other.name)));
  const errors = [
    ...(ofEmail ? [{ path: "email", code: EMAIL_FAULTS[ofEmail] }] : []),
    ...(ofName ? [{ path: "name", code: NAME_FAULTS[ofName] }] : []),
  ];
  return errors.length > 0 ? invalid(...errors) : null;
}

const EMAIL_FAULTS = { same: "email-taken", "look-alike": "email-look-alike" } as const;
const NAME_FAULTS = { same: "name-shared", "look-alike": "name-look-alike" } as const;
