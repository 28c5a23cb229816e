import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { mayWatch, type Topic, type PersonWatch } from "@/lib/domain/people/watch";
import { findWatches } from "@/lib/db/accounts/watches";
import { findWatched } from "@/lib/db/queries/workspace/watched";

/** All of the actor's own. */
export async function loadWatches(actor: Actor): Promise<Result<PersonWatch[]>> {
  return mayWatch(actor) ? ok(await findWatches(actor.id)) : refuse("role");
}

/** Which of these topics the actor watches, by name. */
export async function loadWatched(
  actor: Actor,
  topics: readonly Topic[],
): Promise<Result<ReadonlySet<string>>> {
  return mayWatch(actor) ? ok(await findWatched(actor.id, topics)) : refuse("role");
}
