// Merges the content of a pledge as it is sent with what is on record.
import { randomUUID } from "node:crypto";
import { isSameJson } from "@/lib/domain/base/canonical";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Day } from "@/lib/domain/base/day";
import { given } from "@/lib/domain/base/field";
import type { Pledge, PledgeContent } from "@/lib/domain/pledge/pledge";
import { NO_LINKS } from "@/lib/domain/pledge/link";
import { valuesOf } from "@/lib/domain/pledge/pledge-fields";
import { orAsRecorded } from "@/lib/domain/pledge/quantity";
import { pledgeRecord } from "@/lib/domain/history/record";
import { invalid, type FieldError } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { isTurned, type ContributionChange, type PledgeChanges, type PledgeInput } from "./schema";

export type ContentChanges = Omit<PledgeChanges, "reason">;

export function pledgeContentOf(input: PledgeInput): PledgeContent {
  return {
    ...valuesOf(input),
    ...NO_LINKS,
    contributions: input.contributions.map((line) => ({
      id: randomUUID(),
      ...line,
      allocated: null,
      sameAs: null,
    })),
    condition: null,
  };
}

/**
 * Fields left out stay as they are; contributions with an id stay the same line, others are new. `base` prefixes error
 * paths. Links to other participants and lines are `withLinks`'.
 */
export function withChanges(
  pledge: Pledge,
  { contributions, jointWith: _jointWith, onBehalfOf: _onBehalfOf, ...fields }: ContentChanges,
  base: "" | "changes.",
  today: Day,
): Result<Pledge> {
  const after: Pledge = {
    ...pledge,
    ...given(fields),
    contributions: contributions ? contributions.map(asLineOf(pledge.contributions)) : pledge.contributions,
  };
  const errors = [
    ...unknownIds(pledge.contributions, contributions ?? []),
    ...aheadOf(today, after.contributions),
    ...(isTurned(after.windowStart, after.windowEnd) ? [{ path: "windowEnd", code: "order" }] : []),
  ];
  if (errors.length === 0) return ok(after);
  return invalid(...errors.map((error) => ({ ...error, path: `${base}${error.path}` })));
}

export const isTheSame = (before: Pledge, after: Pledge): boolean =>
  isSameJson(pledgeRecord(before), pledgeRecord(after));

const asLineOf =
  (recorded: readonly Contribution[]) =>
  ({ id, allocated, sameAs: _sameAs, ...line }: ContributionChange): Contribution => {
    const before = recorded.find((one) => one.id === id);
    return {
      id: id ?? randomUUID(),
      ...line,
      quantity: orAsRecorded(line.quantity, before?.quantity),
      allocated: allocated && {
        ...allocated,
        quantity: allocated.quantity && orAsRecorded(allocated.quantity, before?.allocated?.quantity),
      },
      sameAs: null,
    };
  };

/** Ids that aren't the pledge's own, or appear twice. */
function unknownIds(known: readonly Contribution[], sent: readonly ContributionChange[]): FieldError[] {
  return sent.flatMap(({ id }, index) => {
    if (id === undefined) return [];
    const path = `contributions.${index}.id`;
    if (!known.some((line) => line.id === id)) return [{ path, code: "unknown" }];
    return sent.findIndex((other) => other.id === id) < index ? [{ path, code: "twice" }] : [];
  });
}

/** An allocation can't be dated in the future. */
const aheadOf = (today: Day, lines: readonly Contribution[]): FieldError[] =>
  lines.flatMap(({ allocated }, index) =>
    allocated && allocated.on > today
      ? [{ path: `contributions.${index}.allocated.on`, code: "in-future" }]
      : [],
  );
