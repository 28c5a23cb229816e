// The groups with which someone comes from the provider: what they remove takes effect before the session is
// opened, what gives power waits for a second person.
import "server-only";
import { randomUUID } from "node:crypto";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import { hasPower } from "@/lib/domain/people/power";
import {
  officeAtOnce,
  officeByGroups,
  type Office,
  type SignInGroup,
} from "@/lib/domain/people/sign-in-group";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import {
  isSameOffice,
  proposeForAccount,
  type AccountProposal,
  type AccountSubject,
} from "@/lib/domain/proposals/account";
import { isUndecided, replaced } from "@/lib/domain/proposals/proposal";
import { write, type Tx } from "@/lib/db/write";
import { whyNotAccount } from "../people/rules";

/**
 * Whether they may sign in. If no group is set, everyone may, and nothing is checked; otherwise only people
 * with one of the groups. `groups`: null if the provider's token doesn't list them.
 */
export function applySignInGroups({
  id,
  groups: names,
}: {
  id: string;
  groups: readonly string[] | null;
}): Promise<Result<{ mayEnter: boolean }>> {
  return write(THE_REGISTER, async (tx) => {
    const all = await tx.signInGroups.all();
    if (all.length === 0) return ok({ mayEnter: true });
    if (names === null) return ok({ mayEnter: false });
    const { person, ...subject } = await tx.accountProposals.lockSubject(id);
    if (!person || person.disabledAt !== null) return refuse("not-found");
    const groups = all.filter(({ name }) => names.includes(name));
    const after = { ...person, ...officeAtOnce(person, groups, subject.confidential) };
    // The last administrator stays one, but can't sign in through a provider that doesn't give them that
    // group.
    if (await whyNotAccount(tx, person, after)) return ok({ mayEnter: false });
    if (groups.length === 0) await shutOut(tx, person.id);
    const reason = groups.map(({ name }) => name).join(", ") || "–";
    const now = isSameOffice(person, after)
      ? person
      : await tx.save("person", person, after, { action: "person.groups-applied", reason });
    await proposeRest(tx, { person: now, ...subject }, groups);
    return ok({ mayEnter: groups.length > 0 });
  });
}

/** For someone without any group left: as if the account were disabled, but the account itself stays. */
async function shutOut(tx: Tx, personId: string): Promise<void> {
  await tx.endAccess(personId);
}

/**
 * Proposes the power that the groups give, for someone else to decide on, in the name of the administrator
 * who set the group.
 */
async function proposeRest(
  tx: Tx,
  { person, confidential }: AccountSubject & { person: Person },
  groups: readonly SignInGroup[],
): Promise<void> {
  const office = officeByGroups(groups);
  const pending = await tx.accountProposals.openProposalOn(person.id);
  const isOurs = pending !== null && (await tx.identities.isProposal(person.id, pending.id));
  if (isSameOffice(person, { ...person, ...office })) {
    if (isOurs) await withdraw(tx, pending);
    return;
  }
  // Sent back, or proposed by someone else: the groups don't propose it again and again.
  if (pending && (!isOurs || asksFor(pending, office))) return;
  const giver = groups.find((group) => hasPower(group, confidential));
  if (!giver) return;
  const id = randomUUID();
  const wanted = {
    id,
    subjectId: person.id,
    wish: { do: "change-account" as const, changes: office },
    basedOn: person.version,
  };
  const reason = groups.map(({ name }) => name).join(", ");
  const made = proposeForAccount({ ...THE_REGISTER, ...giver.setBy }, wanted, reason, null, tx.at);
  if (!made.ok) return;
  if (pending) await tx.save("proposal", pending, replaced(pending), { action: "proposal.replaced" });
  await tx.save("proposal", null, made.value, { action: "proposal.made", reason });
  await tx.identities.noteProposal(person.id, id);
}

const asksFor = ({ wish }: AccountProposal, office: Office): boolean =>
  wish.do === "change-account" &&
  wish.changes.role === office.role &&
  wish.changes.sealed === office.sealed &&
  wish.changes.desk?.join() === office.desk.join();

async function withdraw(tx: Tx, pending: AccountProposal): Promise<void> {
  if (!isUndecided(pending)) return;
  const after = { ...pending, status: "WITHDRAWN" as const };
  await tx.save("proposal", pending, after, { action: "proposal.withdrawn" });
}
