import { StatusMark } from "@/components/ui/marks/mark";
import type { QuestionState } from "@/lib/domain/oversight/question";
import { translator } from "@/lib/i18n/translator";

const t = translator("questions");

const LOOKS = {
  OPEN: { glyph: "waiting", family: "waiting" },
  OVERDUE: { glyph: "clock", family: "blocked" },
  ANSWERED: { glyph: "true", family: "done" },
  WITHDRAWN: { glyph: "withdrawn", family: "neutral" },
} as const;

export function QuestionStateMark({ state, overdue }: { state: QuestionState; overdue: boolean }) {
  const shown = overdue ? "OVERDUE" : state;
  return (
    <StatusMark {...LOOKS[shown]} strong>
      {t(`state.${shown}`)}
    </StatusMark>
  );
}
