import { OpenSuggestions } from "@/components/pledges/suggestions/open-suggestions";
import { mayAnswerSuggestion } from "@/lib/domain/proposals/suggestion";
import type { loadSuggestionsOn } from "@/lib/pledges/suggestions/queries";
import { readAt } from "../../read-at";

interface On {
  participant: string;
  found: Awaited<ReturnType<typeof loadSuggestionsOn>> | undefined;
}

/** Suggestions that wait for an answer. On a page that shows the past, they are in the activity instead. */
export async function SuggestionsOn({ participant, found }: On) {
  const { actor, moment } = await readAt();
  if (!found?.ok) return null;
  return (
    <OpenSuggestions
      suggestions={found.value}
      mayAnswer={(one) => mayAnswerSuggestion(actor, one, participant)}
      at={moment}
    />
  );
}
