import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, instant, reference, version, writer } from "@/lib/api/parts";
import type { KnownSuggestion } from "@/lib/domain/details/suggestion-details";
import type { Comment } from "@/lib/domain/proposals/comment";
import { SUGGESTION_ANSWERS } from "@/lib/domain/proposals/suggestion";

export const suggestion = z
  .object({
    id: z.uuid(),
    version,
    pledge: reference,
    text: z.string(),
    field: z.string().nullable(),
    why: z.string(),
    address: z.string().nullable(),
    outcome: z
      .object({ does: z.enum(SUGGESTION_ANSWERS), reason: z.string().nullable(), at: instant })
      .nullable(),
    createdAt: instant,
  })
  .register(answers, { id: "Suggestion" });

export const knownSuggestion = z
  .object({ ...suggestion.shape, by: writer })
  .register(answers, { id: "KnownSuggestion" });

export function presentSuggestion({ suggestion: more, ...one }: Comment): Shaped<typeof suggestion> {
  if (!more) throw new Error("a comment that suggests nothing");
  const { field, why, address, outcome } = more;
  return { ...one, field, why, address, outcome };
}

export const presentKnown = ({ by, ...one }: KnownSuggestion): Shaped<typeof knownSuggestion> => ({
  ...presentSuggestion(one),
  by,
});
