import "server-only";
import {
  mayKeepPeople,
  mayKeepRecords,
  mayReadPeople,
  mayReadRegister,
  ROLES,
  type Actor,
} from "@/lib/domain/people/actor";
import { isId } from "@/lib/domain/base/id";
import type { Listed, Paged } from "@/lib/domain/base/listing";
import type { StateOfAccounts } from "@/lib/domain/people/account-need";
import type { PersonDesk, KnownPerson, PossibleOwner } from "@/lib/domain/people/person";
import type { OwnSession } from "@/lib/domain/people/session";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { desksIn, ownersIn } from "@/lib/domain/history/snapshot-people";
import { findPast } from "@/lib/db/past/snapshot";
import {
  countPeople,
  findDesks,
  findOwners,
  findPeople,
  findPerson,
  findPersonByEmail,
} from "@/lib/db/queries/workspace/people";
import { env } from "@/lib/platform/env";
import { findStateOfAccounts } from "@/lib/db/queries/workspace/account-needs";
import { findRegister } from "@/lib/db/queries/log/register";
import { findOwnSessions } from "@/lib/db/queries/workspace/sessions";
import { peopleQuery } from "./filter";

/** By e-mail, disabled ones included. */
export async function loadPeople(actor: Actor, filter: Paged): Promise<Result<Listed<KnownPerson>>> {
  if (!mayReadPeople(actor)) return refuse("role");
  const [found, total] = await Promise.all([findPeople(filter), countPeople()]);
  return ok(peopleQuery.page(found, filter, total));
}

export async function loadPerson(actor: Actor, id: string): Promise<Result<KnownPerson>> {
  if (!mayReadPeople(actor)) return refuse("role");
  const person = isId(id) ? await findPerson(id) : null;
  return person ? ok(person) : refuse("not-found");
}

export async function loadPersonByEmail(actor: Actor, email: string): Promise<Result<KnownPerson>> {
  if (!mayReadPeople(actor)) return refuse("role");
  const person = await findPersonByEmail(email);
  return person ? ok(person) : refuse("not-found");
}

/** What an administrator has to check. */
export async function loadStateOfAccounts(actor: Actor): Promise<Result<StateOfAccounts>> {
  if (!mayKeepPeople(actor)) return refuse("role");
  return ok(await findStateOfAccounts((await findRegister())?.secondFactorFor ?? [], env().BREAK_GLASS));
}

/** The actor's own open sessions: this one, then the others, last used first. */
export const loadOwnSessions = async (actor: Actor): Promise<Result<OwnSession[]>> =>
  ok(await findOwnSessions(actor));

/** Possible owners of a pledge, for the forms of record keepers. */
export async function loadOwners(actor: Actor, at: NowOrAsOf): Promise<Result<readonly PossibleOwner[]>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  return ok(isPast(at) ? ownersIn((await findPast(at)).snapshot, KEEPERS) : await findOwners(KEEPERS));
}

/** The people who decide proposals, so that readers know whom to ask. */
export async function loadDeciders(
  actor: Actor,
): Promise<Result<readonly { email: string; name: string }[]>> {
  return mayReadRegister(actor) ? ok(await findOwners(["MANAGER"])) : refuse("role");
}

/** Who keeps which participants. Open to everyone, so that they know whom to ask. */
export async function loadDesks(_actor: Actor, at: NowOrAsOf): Promise<Result<PersonDesk[]>> {
  return ok(isPast(at) ? desksIn((await findPast(at)).snapshot) : await findDesks());
}

const KEEPERS = ROLES.filter((role) => role === "OFFICER" || role === "MANAGER");
