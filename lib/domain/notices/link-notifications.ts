// Who is notified of what a pledge says of other desks' participants and lines.
import { LINK_FIELDS, type LinkClaim, type PledgeLinks } from "../pledge/link";
import type { Pledge } from "../pledge/pledge";
import { participantOfLine } from "../pledge/same-as";

type Claiming = Pick<Pledge, "id" | "voided" | "contributions"> & PledgeLinks;

/** A claim concerns the desk that holds the participant; its outcome, the person who made it. */
export function notificationsOfLinks(before: Claiming | null, after: Claiming) {
  const [were, are] = [before ? claimsIn(before) : [], claimsIn(after)];
  const isIn = (claims: readonly Claim[], { key }: Claim): boolean => claims.some((one) => one.key === key);
  const made = are.filter((claim) => !isIn(were, claim)).map(({ participant }) => participant);
  const ended = were.filter((claim) => !isIn(are, claim)).map(({ by }) => by);
  return [
    ...[...new Set(made)].map((desk) => ({ kind: "TO_DECIDE" as const, desk })),
    ...[...new Set(ended)].map((person) => ({ kind: "DECISION" as const, person })),
  ];
}

/** Those who were to answer a claim needn't read about it once nothing on the pledge waits for them. */
export function settledClaims(before: Claiming | null, after: Claiming) {
  if (before === null) return [];
  const stillFor = waitingFor(after);
  return waitingFor(before)
    .filter((participant) => !stillFor.includes(participant))
    .map((settledFor) => ({ kind: "TO_DECIDE" as const, settles: after.id, settledFor, stillFor }));
}

const waitingFor = (pledge: Claiming): string[] =>
  pledge.voided !== null ? [] : [...new Set(claimsIn(pledge).map(({ participant }) => participant))];

interface Claim extends Pick<LinkClaim, "by"> {
  key: string;
  participant: string;
}

/** Claims that wait for an answer, and the participants whose desk gives it. */
function claimsIn(pledge: Claiming): Claim[] {
  const ofPledge = LINK_FIELDS.flatMap((field) =>
    pledge[field].map((claim) => ({
      claim,
      key: `${field} ${claim.participant}`,
      participant: claim.participant,
    })),
  );
  const ofLines = pledge.contributions.flatMap(({ id, sameAs }) =>
    sameAs
      ? { claim: sameAs, key: `${id} ${sameAs.contribution}`, participant: participantOfLine(sameAs) }
      : [],
  );
  return [...ofPledge, ...ofLines].flatMap(({ claim: { state, by }, ...one }) =>
    state === "CLAIMED" ? { ...one, by } : [],
  );
}
