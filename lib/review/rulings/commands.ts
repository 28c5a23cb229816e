import "server-only";
import { randomUUID } from "node:crypto";
import { mayDecide, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { weighedBy, type RulingRow } from "@/lib/domain/proposals/ruling";
import { write } from "@/lib/db/write";
import type { RulingInput } from "./schema";

/** Settles all contradictions of a record about one field. The pledge itself doesn't change. */
export function makeRuling(
  actor: Actor,
  { reason, ...wish }: RulingInput,
  _at: Instant,
): Promise<Result<RulingRow>> {
  return write(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    const pledge = await tx.pledges.lock(wish.pledge);
    if (!pledge) return refuse("not-found");
    const weighed = weighedBy(actor, pledge, await tx.rulings.on(pledge.reference), wish);
    if (!weighed.ok) return weighed;
    if (reason === undefined) return refuse("reason-missing");
    const ruling = {
      id: randomUUID(),
      ...wish,
      reason,
      weighed: weighed.value,
      rulerId: actor.id,
      version: 1,
      createdAt: tx.at,
    };
    const made = await tx.save("ruling", null, ruling, { action: "ruling.made", reason });
    const { participant, title } = pledge;
    return ok({ ...made, ruledBy: actor.name, participant, title, current: true });
  });
}
