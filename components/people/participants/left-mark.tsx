import { hasLeft, type Participant } from "@/lib/domain/people/participant";
import type { Day } from "@/lib/domain/base/day";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("participants");

/** Shown after the name of a participant that has left. */
export function LeftMark({ participant, today }: { participant: Pick<Participant, "leftOn">; today: Day }) {
  const { leftOn } = participant;
  if (leftOn === null || !hasLeft(participant, today)) return null;
  return <small className="text-muted"> {t("left.short", { day: shortDay(leftOn) })}</small>;
}
