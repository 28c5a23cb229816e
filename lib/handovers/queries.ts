import "server-only";
import { mayReadPeople, type Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import type { KnownHandover } from "@/lib/domain/handover";
import { ok, type Result } from "@/lib/domain/result";
import { findHandovers } from "@/lib/db/read/handovers";

/** The newest: one's own, given or taken; of everybody for those who may read the accounts. */
export async function loadHandovers(
  actor: Actor,
  { limit }: { limit: number },
  _at: Instant,
): Promise<Result<KnownHandover[]>> {
  return ok(await findHandovers(mayReadPeople(actor) ? null : actor.id, limit));
}
