import type { NamesAndOwners } from "@/components/pledges/pledge-form/owners";
import type { Actor } from "@/lib/domain/people/actor";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { inOrder } from "@/lib/i18n/numbers";
import { participantName } from "@/lib/i18n/words/participant-name";
import { loadParticipantList } from "@/lib/people/participants/queries";
import { loadOwners } from "@/lib/people/people/queries";

/** Names for lists and filters. A user who may not see accounts sees owners by their e-mail address. */
export async function loadNames(actor: Actor, at: NowOrAsOf): Promise<NamesAndOwners> {
  const [participants, owners] = await Promise.all([loadParticipantList(actor, at), loadOwners(actor, at)]);
  const possibleOwners = owners.ok ? [...owners.value].sort((a, b) => inOrder(a.name, b.name)) : [];
  return {
    participants: participants.ok
      ? named(participants.value.map(({ code, names }) => [code, participantName({ code, names })]))
      : {},
    owners: Object.fromEntries(possibleOwners.map(({ email, name }) => [email, name])),
    possibleOwners,
  };
}

const named = (entries: [string, string][]): Record<string, string> =>
  Object.fromEntries(entries.sort(([, a], [, b]) => inOrder(a, b)));
