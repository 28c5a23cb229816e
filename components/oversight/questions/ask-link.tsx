import { buttonLook, referenceLook } from "@/components/ui/looks";
import { holds } from "@/lib/domain/people/actor";
import { daysBetween } from "@/lib/domain/base/day";
import { aboutName, causesToAsk } from "@/lib/domain/oversight/question";
import { askedKey } from "@/lib/domain/oversight/question-details";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import type { Asking } from "./question-context";
import { askHref } from "./view";

const t = translator("questions");
const domain = translator("domain");

interface Props {
  item: Pick<UnresolvedRow, "code" | "params" | "participant" | "priority" | "reference">;
  /** Null on a page that shows the past. */
  asking: Asking | null;
  /** Next to other buttons. */
  button?: boolean;
}

/** The open question about an item; without one, a link to ask it, for users who may. */
export function AskLink({ item, asking, button = false }: Props) {
  if (asking === null) return null;
  const { code, participant, priority, reference: pledge } = item;
  const about = { participant, priority, pledge };
  const asked = asking.open.get(askedKey(about, code));
  if (asked)
    return (
      <span className="whitespace-normal max-w-38">
        <a
          className={referenceLook("inline-flex items-center min-h-6")}
          href={`/questions/${asked.reference}`}
        >
          {asked.reference}
        </a>{" "}
        <span className={asked.overdue ? "text-blocked-ink" : "text-muted"}>
          {t("asked", {
            days: daysBetween(asked.askedOn, asking.today),
            due: asked.dueOn === null ? "NONE" : shortDay(asked.dueOn),
            overdue: String(asked.overdue),
          })}
        </span>
      </span>
    );
  if (!holds(asking.actor, participant) || causesToAsk(item).length === 0) return null;
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
