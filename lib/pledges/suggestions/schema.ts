import { z } from "zod";
import { SUGGESTION_ANSWERS } from "@/lib/domain/proposals/suggestion";
import { SUGGESTED_FIELDS } from "@/lib/domain/details/suggested-field";
import { TEXT_LIMITS } from "@/lib/domain/pledge/pledge-fields";
import { nullable, textInput, webAddress } from "@/lib/schema/fields";
import { limit } from "@/lib/schema/parameters";

const SUGGESTION_LIMITS = { text: 4_000, why: 2_000 } as const;

/** `text`: what should be different; `address`: of a source. */
export const suggestionInput = z.strictObject({
  text: textInput(SUGGESTION_LIMITS.text),
  why: textInput(SUGGESTION_LIMITS.why),
  field: nullable(z.enum(SUGGESTED_FIELDS)),
  address: nullable(webAddress(TEXT_LIMITS.url)),
});
export type SuggestionInput = z.output<typeof suggestionInput>;

/** Declining without a reason is refused as `reason-missing`. */
export const suggestionAnswer = z.strictObject({
  does: z.enum(SUGGESTION_ANSWERS),
  reason: nullable(textInput(SUGGESTION_LIMITS.why)),
});
export type SuggestionAnswerInput = z.output<typeof suggestionAnswer>;

export const suggestionParameters = z.strictObject({ limit });
