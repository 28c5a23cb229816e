import { StatusMark } from "@/components/ui/marks/mark";
import type { FindingState } from "@/lib/domain/oversight/finding";
import { translator } from "@/lib/i18n/translator";

const t = translator("findings");

const LOOKS = {
  OPEN: { glyph: "waiting", family: "waiting" },
  ANSWERED: { glyph: "doc", family: "moving" },
  CLOSED: { glyph: "true", family: "done" },
} as const;

export function FindingStateMark({ state }: { state: FindingState }) {
  return (
    <StatusMark {...LOOKS[state]} strong>
      {t(`state.${state}`)}
    </StatusMark>
  );
}
