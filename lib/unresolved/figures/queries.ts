import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import type { RegisterFigures } from "@/lib/domain/unresolved/figures";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { figuresIn } from "@/lib/domain/history/snapshot-figures";
import { findPast } from "@/lib/db/past/snapshot";
import { countEverything } from "@/lib/db/queries/unresolved/figures";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";
import { todayAt } from "@/lib/db/queries/log/settings";

/** Totals of everything. Every page needs them, so they are cached until a change. */
export async function loadFigures(actor: Actor, at: NowOrAsOf): Promise<Result<RegisterFigures>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) {
    const { snapshot, day } = await findPast(at);
    return ok(figuresIn(snapshot, day));
  }
  const today = await todayAt(at);
  return ok(await rememberedUntilChange(`figures ${today}`, () => countEverything(today)));
}
