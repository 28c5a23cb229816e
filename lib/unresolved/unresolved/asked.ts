import type { Result } from "@/lib/domain/base/result";
import { UNRESOLVED_KEYS } from "@/lib/domain/details/list-keys";
import type { UnresolvedFilter } from "@/lib/domain/unresolved/summary";
import { typedVocabulary } from "@/lib/i18n/typed-words";
import { withTyped } from "@/lib/schema/typed";
import { unresolvedFilterIn } from "./filter";

/** Parses which unresolved items are asked for: typed terms count as boxes. */
export function parseUnresolvedFilter(params: URLSearchParams): Result<UnresolvedFilter> {
  const boxes = withTyped(params, UNRESOLVED_KEYS, typedVocabulary("unresolved"), { hasWords: false });
  return boxes.ok ? unresolvedFilterIn(boxes.value) : boxes;
}
