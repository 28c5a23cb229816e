import "server-only";
import { randomUUID } from "node:crypto";
import { isProofFresh, mayKeepPeople, type Actor } from "@/lib/domain/people/actor";
import { asksForPower } from "@/lib/domain/people/person";
import { MOST_GROUPS, type SignInGroup } from "@/lib/domain/people/sign-in-group";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";
import type { SignInGroupInput } from "./schema";

/**
 * From the next sign-in on. Refuses `invalid` for an existing name, a desk for a role other than officer, or
 * an unknown code.
 */
export function addSignInGroup(actor: Actor, given: SignInGroupInput): Promise<Result<SignInGroup>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    if (asksForPower(given) && !isProofFresh(actor)) return refuse("proof-needed");
    const person = await tx.people.lock(actor.id);
    if (!person) return refuse("not-found");
    const why = await whyNotGroup(tx, given);
    if (why) return why;
    const group = { id: randomUUID(), ...given, setBy: { id: person.id, name: person.name } };
    await tx.signInGroups.add(group);
    await tx.save("person", person, person, { action: "person.group-set", reason: noteOf(group) });
    return ok(group);
  });
}

/** People who came with it lose what it gave at their next sign-in; with the last one, nothing is decided any more. */
export function removeSignInGroup(actor: Actor, { id }: { id: string }): Promise<Result<SignInGroup>> {
  return write(actor, async (tx) => {
    if (!mayKeepPeople(actor)) return refuse("role");
    const person = await tx.people.lock(actor.id);
    const group = (await tx.signInGroups.all()).find((one) => one.id === id);
    if (!person || !group) return refuse("not-found");
    await tx.signInGroups.remove(id);
    await tx.save("person", person, person, { action: "person.group-removed", reason: noteOf(group) });
    return ok(group);
  });
}

async function whyNotGroup(tx: Tx, { name, role, desk }: SignInGroupInput): Promise<Result<never> | null> {
  const all = await tx.signInGroups.all();
  if (all.some((one) => one.name === name)) return invalid({ path: "name", code: "group-taken" });
  if (all.length >= MOST_GROUPS)
    return invalid({ path: "name", code: "too-many-groups", params: { max: MOST_GROUPS } });
  if (role !== "OFFICER" && desk.length > 0) return invalid({ path: "desk", code: "desk-of-officers" });
  for (const [index, code] of desk.entries()) {
    if (!(await tx.participants.find(code))) return invalid({ path: `desk.${index}`, code: "unknown" });
  }
  return null;
}

const noteOf = ({ name, role, desk, sealed }: SignInGroupInput): string =>
  [name, role, ...(desk.length > 0 ? [desk.join(" ")] : []), ...(sealed ? ["SEALED"] : [])].join(" · ");
