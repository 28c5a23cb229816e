import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Baseline } from "@/lib/domain/person";
import { isPast, type Reading } from "@/lib/domain/reading";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { baselinesIn } from "@/lib/domain/world-figures";
import { findPast } from "@/lib/db/log/past/world";
import { findBaselines } from "@/lib/db/queries/oversight/baselines";
import { reachesRegister } from "@/lib/db/reach";

/** All of them, the latest moment first: their number is limited. */
export async function loadBaselines(actor: Actor, at: Reading): Promise<Result<Baseline[]>> {
  if (!reachesRegister(actor)) return refuse("role");
  return ok(isPast(at) ? baselinesIn((await findPast(at)).world) : await findBaselines());
}
