// Who is notified of what a pledge says of other desks' participants.
import { LINK_FIELDS, type ParticipantLink, type PledgeLinks } from "../pledge/link";
import type { Pledge } from "../pledge/pledge";

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

type Claiming = Pick<Pledge, "id" | "voided"> & PledgeLinks;

/** Those who were to answer a claim needn't read of it any more, once nothing on the pledge waits for them. */
export function settledClaims(before: Claiming | null, after: Claiming) {
  if (before === null) return [];
  const stillFor = claimedIn(after);
  return claimedIn(before)
    .filter((participant) => !stillFor.includes(participant))
    .map((settledFor) => ({ kind: "TO_DECIDE" as const, settles: after.id, settledFor, stillFor }));
}

const claimedIn = ({ voided, ...links }: Claiming): string[] =>
  voided !== null
    ? []
    : LINK_FIELDS.flatMap((field) => links[field])
        .filter(({ state }) => state === "CLAIMED")
        .map(({ participant }) => participant);
