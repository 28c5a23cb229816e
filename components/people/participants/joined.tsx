import type { Participant } from "@/lib/domain/people/participant";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("participants");

/** An unknown date is no unresolved item, so it has no colour. */
export function Joined({
  participant: { joinedOn, role },
}: {
  participant: Pick<Participant, "joinedOn" | "role">;
}) {
  if (joinedOn !== null) return <time dateTime={joinedOn}>{shortDay(joinedOn)}</time>;
  const member = role === "CO_LEAD" || role === "MEMBER";
  return <span className="text-muted">{t(member ? "notKnown" : "notJoined")}</span>;
}
