import { NotStated } from "@/components/ui/not-stated";
import type { Participant } from "@/lib/domain/participant";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/when";

const t = translator("participants");
const ui = translator("ui");

/** Since when it takes part. Only of those who lead or are members is a day asked for. */
export function Joined({
  participant: { joinedOn, role },
}: {
  participant: Pick<Participant, "joinedOn" | "role">;
}) {
  if (joinedOn !== null) return <time dateTime={joinedOn}>{shortDay(joinedOn)}</time>;
  return role === "CO_LEAD" || role === "MEMBER" ? (
    <NotStated>{ui("notStated")}</NotStated>
  ) : (
    <span className="muted">{t("notJoined")}</span>
  );
}
