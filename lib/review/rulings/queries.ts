import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import type { Listed } from "@/lib/domain/base/listing";
import type { RulingFilter, RulingRow } from "@/lib/domain/proposals/ruling";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { countRulings, findRulingRows } from "@/lib/db/queries/pledges/rulings";
import { rulingQuery } from "./filter";

export async function loadRulings(actor: Actor, filter: RulingFilter): Promise<Result<Listed<RulingRow>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [found, total] = await Promise.all([findRulingRows(filter), countRulings(filter)]);
  return ok(rulingQuery.page(found, filter, total));
}
