import type { Result } from "@/lib/domain/base/result";
import type { PledgeFilter } from "@/lib/domain/details/pledge-filter";
import { pledgeVocabulary } from "@/lib/i18n/typed-words";
import { pledgeFilterIn } from "./filter";

/**
 * Parses what a list of pledges is asked for: typed terms in the reader's language, or in the stable English
 * words.
 */
export const parsePledgeFilter = (params: URLSearchParams): Result<PledgeFilter> =>
  pledgeFilterIn(params, pledgeVocabulary());
