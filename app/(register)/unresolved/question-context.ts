// Separate from the components about questions, because the bench loads it outside Next.
import type { QuestionContext } from "@/components/oversight/questions/question-context";
import type { Actor } from "@/lib/domain/people/actor";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import type { Day } from "@/lib/domain/base/day";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { loadAsked } from "@/lib/oversight/questions/queries";

type Item = Pick<UnresolvedRow, "participant" | "priority" | "reference" | "code">;

/** Which of a page's items have an open question; null on a page that shows the past. */
export async function loadQuestionContext(
  actor: Actor,
  items: readonly Item[],
  { at, today }: { at: NowOrAsOf; today: Day },
): Promise<QuestionContext | null> {
  if (isPast(at)) return null;
  const asked = await loadAsked(actor, items, at);
  return asked.ok ? { actor, open: asked.value, today } : null;
}
