import type { Comment } from "../proposals/comment";
import type { Role } from "../people/actor";
import type { SuggestedChange } from "../proposals/suggestion";

/** A suggestion as pages show it; its author has the name of that time. */
export interface KnownSuggestion extends Comment {
  suggestion: SuggestedChange;
  by: { name: string; role: Role };
}
