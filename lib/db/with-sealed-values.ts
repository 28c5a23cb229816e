// The answer to a change, as its author may see it. Sealed numbers are added after the change, so a stored answer for a
// repeated request contains none.
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
