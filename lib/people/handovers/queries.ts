import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { mayHandOver, seesHandovers, type KnownHandover } from "@/lib/domain/people/handover";
import type { Person } from "@/lib/domain/people/person";
import { isId } from "@/lib/domain/base/id";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { countOwned, findHandovers, findOfficers, type Taker } from "@/lib/db/queries/oversight/handovers";
import { findDesksByGroups } from "@/lib/db/queries/workspace/sign-in-groups";
import { env } from "@/lib/platform/env";

/**
 * The newest handovers: the actor's own, given or received; for managers also those with sealed numbers; for
 * readers of accounts everyone's.
 */
export async function loadHandovers(
  actor: Actor,
  { limit }: { limit: number },
): Promise<Result<KnownHandover[]>> {
  return ok(await findHandovers({ personId: actor.id, which: seesHandovers(actor), limit }));
}

/** Those that wait for the taker or a manager, as far as they concern the actor. */
export const loadOpenHandovers = (actor: Actor): Promise<KnownHandover[]> =>
  findHandovers({ personId: actor.id, which: seesHandovers(actor), limit: MOST_OPEN, isOpen: true });

const MOST_OPEN = 50;

export async function loadHandover(actor: Actor, id: string): Promise<Result<KnownHandover>> {
  if (!isId(id)) return refuse("not-found");
  const [found] = await findHandovers({ personId: actor.id, which: seesHandovers(actor), limit: 1, id });
  return found ? ok(found) : refuse("not-found");
}

export interface HandoverChoice {
  takers: Taker[];
  /** The participants on the desk, with the number of pledges that would change owner. */
  desk: { code: string; pledges: number }[];
  isByGroups: boolean;
}

/** Whether groups at the provider set this person's desk: it can't be handed over. */
export const isDeskByGroups = async (personId: string): Promise<boolean> =>
  (await desksByGroups([personId])).length > 0;

async function desksByGroups(people: readonly string[]): Promise<string[]> {
  const issuer = env().OIDC_ISSUER;
  return issuer === undefined ? [] : findDesksByGroups(people, issuer);
}

/** Who can take a person's desk, and what moves with it. */
export async function loadHandoverChoice(
  actor: Actor,
  from: Pick<Person, "id" | "email" | "desk">,
): Promise<Result<HandoverChoice>> {
  if (!mayHandOver(actor, from)) return refuse("role");
  const [officers, owned] = await Promise.all([findOfficers(), countOwned(from.email)]);
  const byGroups = await desksByGroups([from.id, ...officers.map(({ id }) => id)]);
  return ok({
    // Of these, a handover is refused.
    takers: officers.filter(({ id }) => id !== from.id && !byGroups.includes(id)),
    desk: [...from.desk].sort().map((code) => ({ code, pledges: owned.get(code) ?? 0 })),
    isByGroups: byGroups.includes(from.id),
  });
}
