// What a change answers, as whoever made it may read it. Sealed numbers are put in after the change, not in it: an answer
// that is kept for when the request comes again holds none.
import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { ok, type Result } from "@/lib/domain/base/result";
import { shownOf } from "./queries/pledges/sealed";

export async function withSealedValues<T>(
  actor: Actor,
  done: Result<T>,
  participantOf: (value: T) => string,
): Promise<Result<T>> {
  return done.ok ? ok(await shownOf(actor, participantOf(done.value), done.value)) : done;
}
