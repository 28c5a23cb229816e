import { FINDING_STATES, type FindingFilter } from "@/lib/domain/oversight/finding";
import type { FindingRow } from "@/lib/domain/oversight/finding-details";
import { ok } from "@/lib/domain/base/result";
import { listQuery, orUsual, type FiltersOf } from "@/lib/schema/listed";
import { listParameter, words } from "@/lib/schema/parameters";
import { recordInput } from "./schema";

/** Newest first; by default those that are not closed. */
export const findingQuery = listQuery({
  filters: {
    state: listParameter(FINDING_STATES),
    about: recordInput.nullable().default(null),
    q: words,
  } satisfies FiltersOf<FindingFilter>,
  order: "-number",
  keyOf: ({ finding }: Pick<FindingRow, "finding">) => [String(Number(finding.reference.slice(2)))],
  isKey: ([number = "", ...rest]) => rest.length === 0 && /^[1-9]\d{0,8}$/.test(number),
  complete: (filter) => ok({ ...filter, state: orUsual(filter.state, ["OPEN", "ANSWERED"]) }),
});
