// What the register does with other participants that a form names: those of the user's own desk are
// confirmed at once, others only claimed.
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { LinkClaim, ParticipantLink } from "@/lib/domain/pledge/link";
import { participantOfLine } from "@/lib/domain/pledge/same-as";
import type { Draft } from "./draft";
import type { FormOptions } from "./options";

const claimedIn = ({ participants }: FormOptions, code: string): LinkClaim => ({
  state: participants.some(({ value }) => value === code) ? "CONFIRMED" : "CLAIMED",
  by: "",
  reason: null,
});

export const linksAsked = (
  recorded: readonly ParticipantLink[],
  codes: readonly string[],
  options: FormOptions,
): ParticipantLink[] =>
  codes.map(
    (participant) =>
      recorded.find((link) => link.participant === participant) ?? {
        participant,
        ...claimedIn(options, participant),
      },
  );

/** The lines as they are sent, each with the state that "the same as" will have. */
export const linesAsked = (
  recorded: readonly Contribution[],
  sent: readonly Contribution[],
  { contributions }: Pick<Draft, "contributions">,
  options: FormOptions,
): Contribution[] =>
  sent.map((line, index) => {
    const asked = contributions[index]?.sameAs;
    if (!asked || asked.contribution === "") return { ...line, sameAs: null };
    const known = recorded.find(({ id }) => id === line.id)?.sameAs;
    if (known?.contribution === asked.contribution) return { ...line, sameAs: known };
    return { ...line, sameAs: { ...asked, ...claimedIn(options, participantOfLine(asked)) } };
  });
