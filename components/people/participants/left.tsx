import { hasLeft, leavingOf, type Participant } from "@/lib/domain/people/participant";
import type { Day } from "@/lib/domain/base/day";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("participants");

interface Given {
  participant: Pick<Participant, "leftOn" | "leftReason">;
  today: Day;
  /** A sentence, or the value of a fact. */
  as: "words" | "fact";
  className?: string;
}

/** When and why it left or will leave; nothing if neither. */
export function Left({ participant, today, as, className }: Given) {
  const leaving = leavingOf(participant);
  if (leaving === null) return null;
  const words = { day: shortDay(leaving.on), reason: leaving.reason };
  return (
    <p className={className}>{t(hasLeft(participant, today) ? `left.${as}` : `left.${as}Ahead`, words)}</p>
  );
}
