import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { cursorOf } from "@/lib/domain/cursor";
import type { Instant } from "@/lib/domain/day";
import { COUNTED_TO, type Listed, type RulingFilter } from "@/lib/domain/listing";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import type { RulingRow } from "@/lib/domain/ruling";
import { countRulings, findRulingRows } from "@/lib/db/read/rulings";
import { reachesRegister } from "@/lib/db/reach";
import { RULING_ORDER } from "./filter";

export async function loadRulings(
  actor: Actor,
  filter: RulingFilter,
  _at: Instant,
): Promise<Result<Listed<RulingRow>>> {
  if (!reachesRegister(actor)) return refuse("role");
  const [found, total] = await Promise.all([findRulingRows(filter), countRulings(filter)]);
  const page = found.slice(0, filter.limit);
  const last = page.at(-1);
  return ok({
    items: page,
    next: found.length > page.length && last ? cursorOf(RULING_ORDER, [last.createdAt, last.id]) : null,
    total: Math.min(total, COUNTED_TO),
    capped: total > COUNTED_TO,
  });
}
