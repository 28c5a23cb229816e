import { z } from "zod";
import { CONTRIBUTION_KINDS, DOMAINS } from "@/lib/domain/pledge/contribution";
import { keyIn, type CursorKey } from "@/lib/domain/base/cursor";
import { isDay } from "@/lib/domain/base/day";
import { PLEDGE_SORTS, VOIDED, type PledgeFilter, type PledgeSort } from "@/lib/domain/details/pledge-filter";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { STAGES } from "@/lib/domain/pledge/stages";
import { UNRESOLVED_CLASSES, UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import {
  cursor,
  leafNames,
  limit,
  listParameter,
  oneOfParameter,
  owners,
  parseParameters,
  participantCodes,
  priorities,
  words,
} from "@/lib/schema/parameters";

const ORDERS = [...PLEDGE_SORTS, ...PLEDGE_SORTS.map((sort) => `-${sort}` as const)] as const;

export const pledgeParameters = z.strictObject({
  participant: participantCodes,
  priority: priorities,
  stage: listParameter(STAGES),
  class: listParameter(UNRESOLVED_CLASSES),
  code: listParameter(UNRESOLVED_CODES),
  owner: owners,
  kind: listParameter(CONTRIBUTION_KINDS),
  domain: listParameter(DOMAINS),
  waits: leafNames,
  q: words,
  voided: oneOfParameter(VOIDED, "without"),
  sort: oneOfParameter(ORDERS, "reference"),
  cursor,
  limit,
});

export const historyParameters = z.strictObject({ cursor, limit });

/** The filter of a pledge list. A cursor from another order is refused at `cursor`. */
export function parsePledgeFilter(params: URLSearchParams): Result<PledgeFilter> {
  const parsed = parseParameters(pledgeParameters, params);
  if (!parsed.ok) return parsed;
  const { sort: order, cursor: from, ...rest } = parsed.value;
  const sort = order.replace("-", "") as PledgeSort;
  const after = from === null ? null : keyIn(from, order, isKeyOf(sort));
  if (from !== null && after === null) return invalid({ path: "cursor", code: "bad-cursor" });
  return ok({ ...rest, sort, turned: order !== sort, after });
}

/** The order as the parameter writes it. */
export const pledgeOrderOf = ({ sort, turned }: Pick<PledgeFilter, "sort" | "turned">): string =>
  turned ? `-${sort}` : sort;

/** A key is the sort value, then the reference in its three parts. */
function isKeyOf(sort: PledgeSort): (key: CursorKey) => boolean {
  return (key) => {
    const [number, priority, participant, ...first] = [...key].reverse();
    return (
      /^\d{1,9}$/.test(number ?? "") &&
      /^[1-5]$/.test(priority ?? "") &&
      /^[A-Z]{2,4}$/.test(participant ?? "") &&
      first.length === (sort === "reference" ? 0 : 1) &&
      first.every(FIRST[sort])
    );
  };
}

const FIRST: Record<PledgeSort, (part: string) => boolean> = {
  reference: () => false,
  updatedAt: (part) => /^\d{1,14}$/.test(part),
  dueOn: (part) => part === "infinity" || part === "-infinity" || isDay(part),
  unresolved: (part) => /^\d{1,6}$/.test(part),
};
