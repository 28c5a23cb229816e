import "server-only";
import type { AccessEntry, AccessFilter } from "@/lib/domain/access";
import { mayReadAccessLog, type Actor } from "@/lib/domain/actor";
import { cursorOf } from "@/lib/domain/cursor";
import type { Instant } from "@/lib/domain/day";
import { COUNTED_TO, type Listed } from "@/lib/domain/listing";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { countAccess, findAccess } from "@/lib/db/read/access";
import { ACCESS_ORDER } from "./filter";

/** The newest first. */
export async function loadAccessLog(
  actor: Actor,
  filter: AccessFilter,
  _at: Instant,
): Promise<Result<Listed<AccessEntry>>> {
  if (!mayReadAccessLog(actor)) return refuse("role");
  const [found, total] = await Promise.all([findAccess(filter), countAccess(filter)]);
  const items = found.slice(0, filter.limit);
  const last = found.length > items.length ? items.at(-1) : undefined;
  return ok({
    items,
    next: last ? cursorOf(ACCESS_ORDER, [String(last.seq)]) : null,
    total: Math.min(total, COUNTED_TO),
    capped: total > COUNTED_TO,
  });
}
