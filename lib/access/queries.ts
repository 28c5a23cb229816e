import "server-only";
import type { AccessEntry, AccessFilter } from "@/lib/domain/access";
import { mayReadAccessLog, type Actor } from "@/lib/domain/actor";
import { cursorOf } from "@/lib/domain/cursor";
import type { Instant } from "@/lib/domain/day";
import { listed, type Listed } from "@/lib/domain/listing";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { countAccess, findAccess } from "@/lib/db/queries/log/access";
import { ACCESS_ORDER } from "./filter";

/** The newest first. */
export async function loadAccessLog(
  actor: Actor,
  filter: AccessFilter,
  _at: Instant,
): Promise<Result<Listed<AccessEntry>>> {
  if (!mayReadAccessLog(actor)) return refuse("role");
  const [found, total] = await Promise.all([findAccess(filter), countAccess(filter)]);
  return ok(listed(found, filter.limit, total, ({ seq }) => cursorOf(ACCESS_ORDER, [String(seq)])));
}
