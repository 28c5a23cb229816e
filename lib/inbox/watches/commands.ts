import "server-only";
import type { Actor } from "@/lib/domain/people/actor";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { mayWatch, MOST_WATCHES, type PersonWatch } from "@/lib/domain/people/watch";
import { endWatch, findTopic } from "@/lib/db/accounts/watches";
import { beginWatch } from "@/lib/db/statements/inbox";
import { topicIn, type WatchInput } from "./schema";

/** Turns the actor's watch on or off; repeating it changes nothing. */
export async function setWatch(
  actor: Actor,
  { topic: name, watching }: WatchInput,
): Promise<Result<PersonWatch & { watching: boolean }>> {
  if (!mayWatch(actor)) return refuse("role");
  const topic = await findTopic(topicIn(name));
  if (!topic) return invalid({ path: "topic", code: "unknown" });
  if (!watching) await endWatch(actor.id, topic);
  else if (!(await beginWatch(actor.id, topic)))
    return invalid({ path: "topic", code: "too-many-watches", params: { max: MOST_WATCHES } });
  return ok({ ...topic, watching });
}
