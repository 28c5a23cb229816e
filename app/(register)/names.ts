import type { Names } from "@/components/ui/names";
import type { Actor } from "@/lib/domain/people/actor";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { inOrder } from "@/lib/i18n/numbers";
import { participantName } from "@/lib/i18n/words/participant-name";
import { loadParticipantList } from "@/lib/people/participants/queries";
import { loadOwners } from "@/lib/people/people/queries";

/** Names for lists and filters. A user who may not see accounts sees owners by their e-mail address. */
export async function loadNames(actor: Actor, at: NowOrAsOf): Promise<Names> {
  const [participants, owners] = await Promise.all([loadParticipantList(actor, at), loadOwners(actor, at)]);
  return {
    participants: participants.ok
      ? named(participants.value.map(({ code, names }) => [code, participantName({ code, names })]))
      : {},
    owners: owners.ok ? named(owners.value.map(({ email, name }) => [email, name])) : {},
  };
}

const named = (entries: [string, string][]): Record<string, string> =>
  Object.fromEntries(entries.sort(([, a], [, b]) => inOrder(a, b)));
