import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { aboutNamed, type QuestionAbout } from "@/lib/domain/oversight/question";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { participantName } from "@/lib/i18n/words/participant-name";
import { loadParticipant } from "@/lib/people/participants/queries";
import { loadPledge } from "@/lib/pledges/pledges/queries";

export interface About {
  about: QuestionAbout;
  /** Null where no pledge is on record. */
  details: PledgeDetails | null;
  /** The participant's name. */
  name: string;
}

/** The pledge or position that a name means. */
export async function loadAbout(actor: Actor, typed: string, at: Instant): Promise<Result<About>> {
  const about = aboutNamed(typed);
  if (about === null) return refuse("not-found");
  const [participant, pledge] = await Promise.all([
    loadParticipant(actor, about.participant, at),
    about.pledge === null ? ok(null) : loadPledge(actor, about.pledge, at),
  ]);
  if (!participant.ok) return participant;
  if (!pledge.ok) return pledge;
  return ok({ about, details: pledge.value, name: participantName(participant.value) });
}
