import { OpenSuggestions } from "@/components/pledges/suggestions/open-suggestions";
import { isPast } from "@/lib/domain/base/as-of";
import { mayAnswerSuggestion } from "@/lib/domain/people/suggestion";
import { loadSuggestionsOn } from "@/lib/pledges/suggestions/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { readAt } from "../../read-at";

const SHOWN = 20;

/** Suggestions that wait; on a page that shows the past, its activity tells of them. */
export async function SuggestionsOn({ reference, participant }: { reference: string; participant: string }) {
  const [{ actor, at, moment }, { timeZone }] = await Promise.all([readAt(), loadSettings()]);
  if (isPast(at)) return null;
  const loaded = await loadSuggestionsOn(actor, { reference, isOpen: true, limit: SHOWN }, at);
  if (!loaded.ok) return null;
  return (
    <OpenSuggestions
      suggestions={loaded.value}
      mayAnswer={(one) => mayAnswerSuggestion(actor, one, participant)}
      at={moment}
      timeZone={timeZone}
    />
  );
}
