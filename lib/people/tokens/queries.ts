import "server-only";
import { mayReadPeople, type Actor } from "@/lib/domain/people/actor";
import type { ApiToken } from "@/lib/domain/people/token";
import type { Listed, Paged } from "@/lib/domain/base/listing";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { countTokens, findTokens, findTokensOf } from "@/lib/db/queries/workspace/tokens";
import { tokenQuery } from "./filter";

/** The actor's own open tokens, and those that ended within the last month. */
export const loadOwnTokens = async (actor: Actor): Promise<Result<ApiToken[]>> =>
  ok(await findTokensOf(actor.id));

/** Everyone's, newest first. */
export async function loadTokens(actor: Actor, filter: Paged): Promise<Result<Listed<ApiToken>>> {
  if (!mayReadPeople(actor)) return refuse("role");
  const [found, total] = await Promise.all([findTokens(filter), countTokens()]);
  return ok(tokenQuery.page(found, filter, total));
}
