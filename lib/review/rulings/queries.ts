import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { cursorOf } from "@/lib/domain/base/cursor";
import type { Instant } from "@/lib/domain/base/day";
import { listed, type Listed } from "@/lib/domain/base/listing";
import { type RulingFilter, type RulingRow } from "@/lib/domain/proposals/ruling";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { countRulings, findRulingRows } from "@/lib/db/queries/pledges/rulings";
import { RULING_ORDER } from "./filter";

export async function loadRulings(
  actor: Actor,
  filter: RulingFilter,
  _at: Instant,
): Promise<Result<Listed<RulingRow>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [found, total] = await Promise.all([findRulingRows(filter), countRulings(filter)]);
  return ok(
    listed(found, filter.limit, total, ({ createdAt, id }) => cursorOf(RULING_ORDER, [createdAt, id])),
  );
}
