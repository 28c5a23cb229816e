import type { Actor } from "@/lib/domain/people/actor";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import type { Day } from "@/lib/domain/base/day";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { loadWatched } from "@/lib/inbox/watches/queries";
import { loadFindingsOn } from "@/lib/oversight/findings/queries";
import { loadQuestionsOn } from "@/lib/oversight/questions/queries";
import { loadSuggestionsOn } from "@/lib/pledges/suggestions/queries";
import { loadQuestionContext } from "../../unresolved/question-context";

const SUGGESTIONS = 20;

/** What a pledge's page shows only for the present; null as of a past moment. */
export async function loadPresentOnly(actor: Actor, details: PledgeDetails, today: Day, at: NowOrAsOf) {
  if (isPast(at)) return null;
  const { reference } = details;
  const about = { kind: "pledge", key: reference } as const;
  const items = details.unresolved.map(({ code }) => ({ ...details, code }));
  const [watched, findings, questions, suggestions, questionContext] = await Promise.all([
    loadWatched(actor, [about]),
    loadFindingsOn(actor, about),
    loadQuestionsOn(actor, { ...details, pledge: reference }, at),
    loadSuggestionsOn(actor, { reference, isOpen: true, limit: SUGGESTIONS }),
    loadQuestionContext(actor, items, { at, today }),
  ]);
  return { watched, findings, questions, suggestions, questionContext };
}
