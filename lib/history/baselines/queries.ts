import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import type { Baseline } from "@/lib/domain/oversight/baseline";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { baselinesIn } from "@/lib/domain/history/snapshot-figures";
import { findPast } from "@/lib/db/past/snapshot";
import { findBaselines } from "@/lib/db/queries/oversight/baselines";

/** All of them, latest moment first: their number is limited. */
export async function loadBaselines(actor: Actor, at: NowOrAsOf): Promise<Result<Baseline[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  return ok(isPast(at) ? baselinesIn((await findPast(at)).snapshot) : await findBaselines());
}
