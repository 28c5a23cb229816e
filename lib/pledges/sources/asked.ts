import { SOURCE_KEYS } from "@/lib/domain/details/list-keys";
import { typedVocabulary } from "@/lib/i18n/typed-words";
import { withTyped } from "@/lib/schema/typed";
import { sourceQuery } from "./filter";

/** Parses which sources are asked for: typed terms count as boxes, words stay. */
export function parseSourceFilter(params: URLSearchParams): ReturnType<typeof sourceQuery.parse> {
  const boxes = withTyped(params, SOURCE_KEYS, typedVocabulary("sources"));
  return boxes.ok ? sourceQuery.parse(boxes.value) : boxes;
}
