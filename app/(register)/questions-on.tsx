import { QuestionsOnRecord } from "@/components/oversight/questions/on-record";
import { askHref } from "@/components/oversight/questions/view";
import { holds } from "@/lib/domain/people/actor";
import type { QuestionAbout } from "@/lib/domain/oversight/question";
import { isPast } from "@/lib/domain/base/as-of";
import { loadQuestionsOn } from "@/lib/oversight/questions/queries";
import { readAt } from "./read-at";

type On = ({ pledge: QuestionAbout; isVoid: boolean } | { participant: string }) & {
  /** Questions that the page has already loaded. */
  found?: Awaited<ReturnType<typeof loadQuestionsOn>> | undefined;
};

/** Open questions about a page's pledge or participant; nothing on a page that shows the past. */
export async function QuestionsOn(on: On) {
  const { actor, at } = await readAt();
  if (isPast(at)) return null;
  const loaded = on.found ?? (await loadQuestionsOn(actor, "pledge" in on ? on.pledge : on, at));
  if (!loaded.ok) return null;
  const { questions } = loaded.value;
  const ask = "pledge" in on && !on.isVoid && holds(actor, on.pledge.participant) ? askHref(on.pledge) : null;
  if (questions.length === 0 && ask === null) return null;
  const view = "pledge" in on ? { about: on.pledge } : { participant: [on.participant] };
  return <QuestionsOnRecord view={view} {...loaded.value} ask={ask} />;
}
