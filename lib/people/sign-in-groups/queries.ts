import "server-only";
import { mayReadPeople, type Actor } from "@/lib/domain/people/actor";
import type { SignInGroup } from "@/lib/domain/people/sign-in-group";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findSignInGroups } from "@/lib/db/queries/workspace/sign-in-groups";

/** By name. */
export async function loadSignInGroups(actor: Actor): Promise<Result<SignInGroup[]>> {
  return mayReadPeople(actor) ? ok(await findSignInGroups()) : refuse("role");
}
