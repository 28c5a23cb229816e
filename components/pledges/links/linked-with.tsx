// With whom, and on whose behalf, a pledge is promised; claims and refusals are marked as such.
import { LINK_FIELDS, type ParticipantLink, type PledgeLinks } from "@/lib/domain/pledge/link";
import { translator } from "@/lib/i18n/translator";

/** Nothing where it names nobody. `names`: of participants by code. */
export function LinkedWith({
  pledge,
  names = {},
}: {
  pledge: PledgeLinks & { participant: string };
  names?: Readonly<Record<string, string>>;
}) {
  const words = linkedWords(pledge, names);
  return words === "" ? null : <span className="text-muted">{words}</span>;
}

/** "France, jointly with United Kingdom (claimed)". */
export function linkedWords(
  pledge: PledgeLinks & { participant: string },
  names: Readonly<Record<string, string>>,
): string {
  const t = translator("links");
  const nameOf = ({ participant, state }: ParticipantLink): string => {
    const name = names[participant] ?? participant;
    if (state === "CONFIRMED") return name;
    return t(state === "CLAIMED" ? "claimed" : "declined", { name });
  };
  const said = LINK_FIELDS.flatMap((field) =>
    pledge[field].length === 0 ? [] : [t(field, { names: pledge[field].map(nameOf).join(", ") })],
  );
  return said.length === 0 ? "" : [names[pledge.participant] ?? pledge.participant, ...said].join(", ");
}
