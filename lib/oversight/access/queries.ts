import "server-only";
import type { AccessEntry, AccessFilter } from "@/lib/domain/log/access";
import { mayReadAccessLog, type Actor } from "@/lib/domain/people/actor";
import type { Listed } from "@/lib/domain/base/listing";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { countAccess, findAccess } from "@/lib/db/queries/log/access";
import { accessQuery } from "./filter";

/** Newest first. */
export async function loadAccessLog(
  actor: Actor,
  filter: AccessFilter,
): Promise<Result<Listed<AccessEntry>>> {
  if (!mayReadAccessLog(actor)) return refuse("role");
  const [found, total] = await Promise.all([findAccess(filter), countAccess(filter)]);
  return ok(accessQuery.page(found, filter, total));
}
