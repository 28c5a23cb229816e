import type { Result } from "@/lib/domain/base/result";
import { CHANGE_KEYS } from "@/lib/domain/details/list-keys";
import { typedVocabulary } from "@/lib/i18n/typed-words";
import { withTyped } from "@/lib/schema/typed";
import { changesFilterIn, type ChangesFilter } from "./filter";

/** Parses which changes are asked for: typed terms count as boxes. */
export function parseChangesFilter(params: URLSearchParams): Result<ChangesFilter> {
  const boxes = withTyped(params, CHANGE_KEYS, typedVocabulary("changes"), { hasWords: false });
  return boxes.ok ? changesFilterIn(boxes.value) : boxes;
}
