// What commands about accounts answer: made at once, or proposed and then decided by somebody else.
import { THE_REGISTER, type Actor } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import { refused, ok, type Result } from "@/lib/domain/base/result";
import { decideAccountProposal } from "@/lib/people/account-proposals/commands";
import { loadPerson } from "@/lib/people/people/queries";
import type { AccountOutcome } from "@/lib/people/people/two-people";

/** The account, where the change was made at once. */
export function madeAtOnce<T>(result: Result<AccountOutcome<T>>): Result<T> {
  if (!result.ok) return result;
  if (result.value.proposal === null) return ok(result.value.done);
  return refused({ code: "in-progress", params: { proposed: result.value.proposal.id } });
}

/** The account afterwards; where it takes another person, `decider` approves. */
export async function madeByTwo(
  result: Result<AccountOutcome<Person>>,
  decider: Actor,
): Promise<Result<Person>> {
  if (!result.ok || result.value.done !== null) return madeAtOnce(result);
  const { id, subjectId } = result.value.proposal;
  const decided = await decideAccountProposal(decider, { id, decision: "APPROVE", note: null });
  return decided.ok ? loadPerson(THE_REGISTER, subjectId) : decided;
}
