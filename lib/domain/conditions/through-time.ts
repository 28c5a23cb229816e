import { lapsesOn, statusOn, type Approval } from "../pledge/approval";
import { latest, type Day } from "../base/day";
import type { Cause } from "./cause";
import type { LeafFacts } from "./leaf-facts";

/**
 * The end of a mandate changes conditions without any event: each span between such days is evaluated with
 * the facts that hold in it. A cause begins no earlier than the span. The day is null before any mandate
 * ends.
 */
export function throughTime(
  approvals: readonly Pick<Approval, "status" | "validUntil">[],
  causesOn: (day: Day | null) => Cause[],
): Cause[] {
  const ends = [...new Set(approvals.flatMap((one) => lapsesOn(one) ?? []))].sort();
  if (ends.length === 0) return causesOn(null);
  return [null, ...ends].reduce<Cause[]>((before, from, span) => {
    const until = ends[span];
    const causes = causesOn(from).map((cause) => ({
      ...cause,
      since: from === null ? cause.since : latest([cause.since, from]),
      ...(until === undefined ? {} : { until }),
    }));
    return continued(
      before,
      causes.filter((cause) => until === undefined || cause.since < until),
    );
  }, []);
}

/** A cause that continues in the next span is one cause. */
function continued(before: readonly Cause[], next: readonly Cause[]): Cause[] {
  const isSame = (a: Cause, b: Cause): boolean => a.until === b.since && sameKey(a) === sameKey(b);
  const ended = before.filter((one) => !next.some((other) => isSame(one, other)));
  return [
    ...ended,
    ...next.map((cause) => {
      const begun = before.find((one) => isSame(one, cause));
      return begun ? { ...cause, since: begun.since } : cause;
    }),
  ];
}

const sameKey = ({ what, data }: Cause): string => `${what} ${JSON.stringify(data ?? {})}`;

/** As shown on a day: a mandate that is over has lapsed. */
export const factsOn = (facts: LeafFacts, day: Day): LeafFacts => ({
  ...facts,
  approvals: facts.approvals.map((one) => {
    const status = statusOn(one, day);
    return status === one.status ? one : { ...one, status, statusSince: lapsesOn(one), decidedOn: null };
  }),
});
