import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { QuestionAbout } from "@/lib/domain/oversight/question";
import { askedKey } from "@/lib/domain/oversight/question-details";
import type { UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import { loadAsked } from "@/lib/oversight/questions/queries";

/** Reference of the open question about the same item. */
export async function loadStanding(
  actor: Actor,
  about: QuestionAbout,
  code: UnresolvedCode | null,
  at: Instant,
): Promise<string | null> {
  if (code === null) return null;
  const { participant, priority, pledge: reference } = about;
  const asked = await loadAsked(actor, [{ participant, priority, reference, code }], at);
  return asked.ok ? (asked.value.get(askedKey(about, code))?.reference ?? null) : null;
}
