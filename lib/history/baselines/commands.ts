import "server-only";
import { randomUUID } from "node:crypto";
import { mayDecide, type Actor } from "@/lib/domain/people/actor";
import type { Baseline } from "@/lib/domain/oversight/baseline";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { writeAlone } from "@/lib/db/write";
import { BASELINE_LIMITS, type BaselineInput } from "./schema";

/** Names a moment, not later than now, to compare with. A name is used once, regardless of how it is written. */
export function nameBaseline(actor: Actor, { name, asOf }: BaselineInput): Promise<Result<Baseline>> {
  return writeAlone(actor, async (tx) => {
    if (!mayDecide(actor)) return refuse("role");
    const moment = asOf === null ? tx.at : new Date(asOf).toISOString();
    if (moment > tx.at) return invalid({ path: "asOf", code: "moment-ahead" });
    const known = await tx.baselines.find();
    if (known.some((one) => one.name.toLowerCase() === name.toLowerCase()))
      return invalid({ path: "name", code: "name-taken" });
    if (known.length >= BASELINE_LIMITS.baselines)
      return invalid({
        path: "name",
        code: "too-many-baselines",
        params: { max: BASELINE_LIMITS.baselines },
      });
    const baseline = { id: randomUUID(), name, asOf: moment, version: 1, createdAt: tx.at };
    return ok(await tx.save("baseline", null, baseline, { action: "baseline.named" }));
  });
}
