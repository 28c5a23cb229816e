import type { Refusal } from "@/lib/domain/base/refusal";
import type { Result } from "@/lib/domain/base/result";
import { fieldErrorWords } from "@/lib/i18n/words/refusal-words";

/** The part that can't be understood, and why. */
export interface TypedTroubleShown {
  typed: string;
  why: string;
}

/**
 * The filter that a page is asked for. Typed text that can't be understood is reported, and the list is shown
 * without it.
 */
export function parseTyped<Filter>(
  parse: (params: URLSearchParams) => Result<Filter>,
  params: URLSearchParams,
): { asked: Result<Filter>; trouble: TypedTroubleShown | null } {
  const asked = parse(params);
  const trouble = asked.ok ? null : troubleIn(asked.refusal, params.get("q") ?? "");
  if (trouble === null) return { asked, trouble };
  const without = new URLSearchParams(params);
  without.delete("q");
  return { asked: parse(without), trouble };
}

/** Typed text can be corrected in its field; anything else in the address can't. */
function troubleIn({ errors = [] }: Refusal, typed: string): TypedTroubleShown | null {
  const [error] = errors;
  return error?.path === "q" && error.code.startsWith("typed-")
    ? { typed, why: fieldErrorWords(error) }
    : null;
}
