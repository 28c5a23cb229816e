import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { dayOf, type Instant } from "@/lib/domain/day";
import type { Coverage } from "@/lib/domain/matrix";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { findCoverage } from "@/lib/db/read/coverage";
import { findSettings } from "@/lib/db/read/settings";
import { reachesRegister } from "@/lib/db/reach";

/** The whole matrix: a cell for every participant and priority. */
export async function loadCoverage(actor: Actor, at: Instant): Promise<Result<Coverage>> {
  if (!reachesRegister(actor)) return refuse("role");
  const { timeZone } = await findSettings();
  return ok(await findCoverage(dayOf(at, timeZone)));
}
