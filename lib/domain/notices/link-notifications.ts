// Who is notified of what a pledge says of other desks' participants.
import type { ParticipantLink } from "../pledge/link";

/** A claim concerns the desk that holds the participant; how it ends, who made it. */
export function notificationsOfLinks(before: readonly ParticipantLink[], after: readonly ParticipantLink[]) {
  const stateIn = (links: readonly ParticipantLink[], code: string) =>
    links.find(({ participant }) => participant === code)?.state;
  const made = after.filter(
    ({ participant, state }) => state === "CLAIMED" && stateIn(before, participant) !== state,
  );
  const ended = before.filter(
    ({ participant, state }) => state === "CLAIMED" && stateIn(after, participant) !== state,
  );
  return [
    ...made.map(({ participant }) => ({ kind: "TO_DECIDE" as const, desk: participant })),
    ...ended.map(({ by }) => ({ kind: "DECISION" as const, person: by })),
  ];
}
