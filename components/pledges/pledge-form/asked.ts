// What the register makes of others that a form names: of one's own desk confirmed at once, else claimed.
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

/** The lines as they are sent, with what becomes of what they are the same as. */
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
