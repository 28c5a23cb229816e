import "server-only";
import { randomUUID } from "node:crypto";
import { mayDecide, type Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import type { Baseline } from "@/lib/domain/person";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { write } from "@/lib/db/write";

/** Names a moment, not later than now, to compare with. */
export function nameBaseline(
  actor: Actor,
  { name, asOf }: { name: string; asOf: Instant },
  _at: Instant,
): Promise<Result<Baseline>> {
  return write(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    const baseline = {
      id: randomUUID(),
      name,
      asOf: new Date(asOf).toISOString(),
      version: 1,
      createdAt: tx.at,
    };
    return ok(await tx.save("baseline", null, baseline, { action: "baseline.named" }));
  });
}
