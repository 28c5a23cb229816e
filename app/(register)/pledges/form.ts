import {
  formOptions,
  pledgeFormWords,
  type FormOptions,
  type PledgeFormWords,
} from "@/components/pledges/pledge-form/options";
import { holds, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { mayKnowSealed } from "@/lib/domain/pledge/sealed";
import { inOrder } from "@/lib/i18n/numbers";
import { participantName } from "@/lib/i18n/words/participant-name";
import { loadParticipantList } from "@/lib/people/participants/queries";
import { loadOwners } from "@/lib/people/people/queries";

/** Words and this actor's choices, for every form about pledges. */
export async function loadForm(
  actor: Actor,
  at: Instant,
): Promise<{ options: FormOptions; words: PledgeFormWords }> {
  const [participants, owners] = await Promise.all([loadParticipantList(actor, at), loadOwners(actor, at)]);
  const everyone = (participants.ok ? participants.value : [])
    .map(({ code, names }) => ({ value: code, label: `${participantName({ code, names })} (${code})` }))
    .sort((a, b) => inOrder(a.label, b.label));
  const named = everyone.filter(({ value }) => holds(actor, value));
  return {
    options: formOptions(
      named,
      owners.ok ? owners.value : [],
      named.filter(({ value }) => mayKnowSealed(actor, value)),
      everyone,
    ),
    words: pledgeFormWords(),
  };
}
