import { buttonLook, referenceLook } from "@/components/ui/looks";
import { holds } from "@/lib/domain/people/actor";
import { daysBetween } from "@/lib/domain/base/day";
import { aboutName, causesToAsk } from "@/lib/domain/oversight/question";
import { askedKey } from "@/lib/domain/oversight/question-details";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import type { QuestionContext } from "./question-context";
import { askHref } from "./view";

const t = translator("questions");
const domain = translator("domain");

interface Props {
  item: Pick<UnresolvedRow, "code" | "params" | "participant" | "priority" | "reference">;
  /** Null on a page that shows the past. */
  context: QuestionContext | null;
  /** Next to other buttons. */
  button?: boolean;
}

/** The open question about an item; without one, a link to ask it, for users who may. */
export function AskLink({ item, context, button = false }: Props) {
  if (context === null) return null;
  const { code, participant, priority, reference: pledge } = item;
  const about = { participant, priority, pledge };
  const question = context.open.get(askedKey(about, code));
  if (question)
    return (
      <span className="whitespace-normal max-w-38">
        <a
          className={referenceLook("inline-flex items-center min-h-6")}
          href={`/questions/${question.reference}`}
        >
          {question.reference}
        </a>{" "}
        <span className={question.overdue ? "text-blocked-ink" : "text-muted"}>
          {t("asked", {
            days: daysBetween(question.askedOn, context.today),
            due: question.dueOn === null ? "NONE" : shortDay(question.dueOn),
            overdue: String(question.overdue),
          })}
        </span>
      </span>
    );
  if (!holds(context.actor, participant) || causesToAsk(item).length === 0) return null;
  return (
    <a
      className={button ? buttonLook() : "inline-flex min-h-6 items-center"}
      data-ask={askHref(about, code)}
      href={askHref(about, code)}
      aria-label={t("askAbout", { about: aboutName(about), code: domain(`code.${code}`) })}
    >
      {t("ask")}
    </a>
  );
}
