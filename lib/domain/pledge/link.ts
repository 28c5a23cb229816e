// Other participants that a pledge names: who promises it jointly, and on whose behalf it is promised. What
// it says of another desk's participant is a claim until that desk, or a manager, confirms it.
import { holds, type Actor } from "../people/actor";
import { refuse } from "../base/refusal";
import { ok, type Result } from "../base/result";

export const LINK_FIELDS = ["jointWith", "onBehalfOf"] as const;
export type LinkField = (typeof LINK_FIELDS)[number];

export const LINK_STATES = ["CLAIMED", "CONFIRMED", "DECLINED"] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** A claim, and its outcome. */
export interface LinkClaim {
  state: LinkState;
  /** Id of who made it. */
  by: string;
  /** Why it was declined. */
  reason: string | null;
}

export interface ParticipantLink extends LinkClaim {
  participant: string;
}

export type PledgeLinks = Record<LinkField, ParticipantLink[]>;

export const NO_LINKS: Readonly<PledgeLinks> = { jointWith: [], onBehalfOf: [] };

export const LINK_ANSWERS = ["confirm", "decline"] as const;
export type LinkAnswer = (typeof LINK_ANSWERS)[number];

/** A claim that this actor may confirm themselves is confirmed at once. */
export const claimed = (actor: Actor, participant: string): LinkClaim => ({
  state: holds(actor, participant) ? "CONFIRMED" : "CLAIMED",
  by: actor.id,
  reason: null,
});

/** The links to these participants, by code; those on record stay as they are. */
export const linksTo = (
  actor: Actor,
  recorded: readonly ParticipantLink[],
  participants: readonly string[],
): ParticipantLink[] =>
  inOrder(
    participants.map(
      (participant) =>
        recorded.find((link) => link.participant === participant) ?? {
          participant,
          ...claimed(actor, participant),
        },
    ),
  );

/** The proposed links, each in its present state on record. */
export const mergedLinks = (
  recorded: readonly ParticipantLink[],
  proposed: readonly ParticipantLink[],
): ParticipantLink[] =>
  inOrder(
    proposed.map((link) => recorded.find(({ participant }) => participant === link.participant) ?? link),
  );

const inOrder = (links: readonly ParticipantLink[]): ParticipantLink[] =>
  [...links].sort((a, b) => (a.participant < b.participant ? -1 : 1));

/** Nobody answers their own claim, and each is answered once. */
export function answeredClaim<C extends LinkClaim>(
  actor: Actor,
  claim: C,
  { does, reason }: { does: LinkAnswer; reason: string | null },
): Result<C> {
  if (claim.state !== "CLAIMED") return refuse("no-such-step");
  if (claim.by === actor.id) return refuse("own-proposal");
  if (does === "confirm") return ok({ ...claim, state: "CONFIRMED" });
  return reason === null ? refuse("reason-missing") : ok({ ...claim, state: "DECLINED", reason });
}

export const mayAnswerClaim = (actor: Actor, claim: LinkClaim, participant: string): boolean =>
  claim.state === "CLAIMED" && claim.by !== actor.id && holds(actor, participant);

/** The participants whose position it is: its own, and those whose joint promise is confirmed. */
export const positionsOf = (pledge: { participant: string } & Pick<PledgeLinks, "jointWith">): string[] => [
  pledge.participant,
  ...confirmedIn(pledge.jointWith),
];

/** Whether this party promises it jointly with others, so that nobody knows how much of it is whose. */
export const isJointParty = (
  pledge: { participant: string } & Pick<PledgeLinks, "jointWith">,
  { participant }: { participant: string },
): boolean =>
  pledge.jointWith.some(({ state }) => state === "CONFIRMED") && positionsOf(pledge).includes(participant);

export const confirmedIn = (links: readonly ParticipantLink[]): string[] =>
  links.filter(({ state }) => state === "CONFIRMED").map(({ participant }) => participant);

/** Why a participant's row shows a pledge. */
export type RowPart = "OWN" | "JOINT" | "ON_BEHALF" | "CLAIMED";

/** The rows that show it, and as what; a declined claim is shown in none. */
export function rowsOf(
  pledge: { participant: string } & PledgeLinks,
): { participant: string; part: RowPart }[] {
  const linked = LINK_FIELDS.flatMap((field) =>
    pledge[field].flatMap(({ participant, state }): { participant: string; part: RowPart }[] => {
      if (state === "DECLINED") return [];
      if (state === "CLAIMED") return [{ participant, part: "CLAIMED" }];
      return [{ participant, part: field === "jointWith" ? "JOINT" : "ON_BEHALF" }];
    }),
  );
  return [{ participant: pledge.participant, part: "OWN" }, ...linked];
}

/** Whether it is a position of its participant, and not only shown there. */
export const isPosition = (part: RowPart): boolean => part === "OWN" || part === "JOINT";

export const MOST_LINKS = 40;
