import { z } from "zod";
import { CONTRIBUTION_KINDS, DOMAINS } from "@/lib/domain/pledge/contribution";
import type { CursorKey } from "@/lib/domain/base/cursor";
import { isDay } from "@/lib/domain/base/day";
import {
  PLEDGE_KEYS,
  PLEDGE_SORTS,
  VOIDED,
  type PledgeFilter,
  type PledgeSort,
} from "@/lib/domain/details/pledge-filter";
import type { TypedVocabulary } from "@/lib/domain/details/typed-filter";
import type { Result } from "@/lib/domain/base/result";
import { STAGES } from "@/lib/domain/pledge/stages";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { daysParameter, leftOut, withTyped } from "@/lib/schema/typed";
import { parseSorted, sortParameter } from "@/lib/schema/listed";
import {
  cursor,
  leafNames,
  howMany,
  limit,
  listParameter,
  oneOfParameter,
  ownersOrMe,
  participantCodes,
  priorities,
  words,
} from "@/lib/schema/parameters";

const lists = {
  participant: participantCodes,
  named: participantCodes,
  priority: priorities,
  stage: listParameter(STAGES),
  class: listParameter(UNRESOLVED_CLASSES),
  code: listParameter(UNRESOLVED_CODES),
  owner: ownersOrMe,
  kind: listParameter(CONTRIBUTION_KINDS),
  domain: listParameter(DOMAINS),
  waits: leafNames,
};

export const pledgeParameters = z.strictObject({
  ...lists,
  not: leftOut(lists),
  age: daysParameter,
  due: daysParameter,
  q: words,
  voided: oneOfParameter(VOIDED, "without"),
  sort: sortParameter(PLEDGE_SORTS, "reference"),
  cursor,
  limit,
});

export const historyParameters = z.strictObject({ cursor, limit });

/** `history`: how many of its latest entries come with a pledge. */
export const withHistoryParameters = z.strictObject({ history: howMany.nullable().default(null) });

/** The terms typed into `q` become parameters; its words stay. */
export function pledgeFilterIn(params: URLSearchParams, vocabulary: TypedVocabulary): Result<PledgeFilter> {
  const boxes = withTyped(params, PLEDGE_KEYS, vocabulary);
  return boxes.ok ? parseSorted(pledgeParameters, boxes.value, isKeyOf) : boxes;
}

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
