import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { dayOf, type Instant } from "@/lib/domain/day";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { countEverything, type Figures } from "@/lib/db/read/figures";
import { rememberedUntilChange } from "@/lib/db/read/remembered";
import { findSettings } from "@/lib/db/read/settings";
import { reachesRegister } from "@/lib/db/reach";

export type { Figures };

/** How much there is of everything, and how much of it waits for the actor. Asked for by each page, so counted
    once until something changes. */
export async function loadFigures(actor: Actor, at: Instant): Promise<Result<Figures>> {
  if (!reachesRegister(actor)) return refuse("role");
  const today = dayOf(at, (await findSettings()).timeZone);
  const figures = () => countEverything(actor.email, today);
  return ok(await rememberedUntilChange(`figures ${today} ${actor.email}`, figures));
}
