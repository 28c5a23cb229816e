import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import type { Baseline } from "@/lib/domain/person";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { findBaselines } from "@/lib/db/read/baselines";
import { reachesRegister } from "@/lib/db/reach";

/** All of them, the latest moment first: their number is limited. */
export async function loadBaselines(actor: Actor, _at: Instant): Promise<Result<Baseline[]>> {
  return reachesRegister(actor) ? ok(await findBaselines()) : refuse("role");
}
