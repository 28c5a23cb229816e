// Mandates, once more: what their ends and limits leave open, and what conditions leave open while each of them holds.
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Day } from "@/lib/domain/base/day";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { intervalIn, tenThousandths } from "./amounts";
import { dayIn, lastOf, later } from "./days";
import type { SmallRegister } from "./register";
import { groupsOf, linesThatAreOne } from "./same";
import { keyOf, type Cause } from "./causes";
import { leavesIn } from "./trying";
import { hasReached } from "./waiting";

const overOn = ({ status, validUntil }: Approval): Day[] =>
  status === "APPROVED" && validUntil !== null ? [later(validUntil, 1)] : [];

/** Its approvals as they count on a day. */
export const asOfDay = (register: SmallRegister, day: Day): SmallRegister => ({
  ...register,
  approvals: register.approvals.map((one) =>
    overOn(one).some((over) => over <= day) ? { ...one, status: "LAPSED" } : one,
  ),
});

/** What is said in each time between two ends of mandates, for as long as it is said without a break. */
export function throughTime(
  register: SmallRegister,
  pledge: Pledge,
  saidOf: (register: SmallRegister, pledge: Pledge) => Iterable<Cause>,
): Cause[] {
  const starts = ["0001-01-01", ...new Set(register.approvals.flatMap(overOn))].toSorted();
  const inEach = starts.map((day) => [...saidOf(asOfDay(register, day), pledge)]);
  const isCause = (one: Cause, time: number): boolean =>
    inEach[time]?.some((other) => keyOf(other) === keyOf(one)) === true;
  return inEach.flatMap((said, time) =>
    said.flatMap((one) => {
      if (isCause(one, time - 1)) return [];
      let next = time + 1;
      while (isCause(one, next)) next += 1;
      const until = starts[next];
      const since = lastOf(one.since, starts[time] ?? "");
      if (until === undefined) return { ...one, since };
      return since < until ? { ...one, since, until } : [];
    }),
  );
}

export function* saidOfMandates(register: SmallRegister, pledge: Pledge): Generator<Cause> {
  const named = pledge.condition === null ? [] : leavesIn(pledge.condition);
  for (const approval of register.approvals) {
    const isServing = approval.serves.includes(pledge.reference);
    const isNamed = named.some((leaf) => "approval" in leaf && leaf.approval === approval.id);
    const { id, body, kind, validUntil } = approval;
    const [until] = overOn(approval);
    if (until !== undefined && validUntil !== null && (isServing || isNamed)) {
      const data = { approval: id, body, kind, on: validUntil };
      yield { code: "APPROVAL_REFUSED", what: "mandate-ended", since: until, data };
      yield {
        code: "MANDATE_ENDING",
        what: "ending",
        since: later(validUntil, -register.mandateDays),
        until,
        data,
      };
    }
    if (isServing && approval.status === "APPROVED") yield* saidOfLimits(register, pledge, approval, until);
  }
}

function* saidOfLimits(
  { pledges, timeZone }: SmallRegister,
  pledge: Pledge,
  approval: Approval,
  until: Day | undefined,
): Generator<Cause> {
  const { id, body, kind, decidedOn, statusSince, createdAt } = approval;
  const served = pledges.filter(
    (one) => approval.serves.includes(one.reference) && !isWithOthers(one, approval.participant),
  );
  if (!served.includes(pledge)) return;
  for (const { quantity, money } of approval.limits ?? []) {
    const end = intervalIn(quantity ?? money);
    // As it is written: limits are "up to" a number.
    const written = String(quantity?.max ?? (money && "max" in money ? money.max : ""));
    if (end === null || end.high === null) continue;
    const most = end.high;
    const parts = served.flatMap((one) => allocatedOf(one, end.of));
    if (!allocatedOf(pledge, end.of).some(({ amount }) => amount > 0n)) continue;
    const by = (day: Day) =>
      sumOf(
        served,
        parts.filter(({ on }) => on <= day),
      );
    const [passed] = parts
      .map(({ on }) => on)
      .toSorted()
      .filter((day) => by(day) > most);
    if (passed === undefined) continue;
    const since = lastOf(decidedOn ?? statusSince ?? dayIn(timeZone, createdAt), passed);
    if (until !== undefined && until <= since) continue;
    const allocated = decimal(sumOf(served, parts));
    const data = { approval: id, body, kind, measure: end.of, limit: written, allocated };
    yield { code: "APPROVED_LESS", what: "less", since, ...(until === undefined ? {} : { until }), data };
  }
}

/** A party's own part of what it promises with others is on no record. */
export function isWithOthers({ participant, jointWith }: Pledge, party: string): boolean {
  const others = jointWith.flatMap((link) => (link.state === "CONFIRMED" ? link.participant : []));
  return others.length > 0 && [participant, ...others].includes(party);
}

/** Its lines in this unit or currency, from the stage at which they are set aside: lower ends, and since when. */
function allocatedOf(pledge: Pledge, measure: string): Part[] {
  if (!hasReached(pledge, "ALLOCATED")) return [];
  return pledge.contributions.flatMap(({ id, quantity, money, allocated }) =>
    [intervalIn(allocated?.quantity ?? quantity), intervalIn(allocated?.money ?? money)].flatMap((one) =>
      one?.of === measure ? { line: id, amount: one.low, on: allocated?.on ?? pledge.stageSetOn } : [],
    ),
  );
}

interface Part {
  line: string;
  amount: bigint;
  on: Day;
}

/** Of lines that are one, by what the pledges say that allocate, the largest. */
function sumOf(pledges: readonly Pledge[], parts: readonly Part[]): bigint {
  const ones = linesThatAreOne(pledges.filter((one) => hasReached(one, "ALLOCATED")));
  return groupsOf(parts, ({ line: a }, { line: b }) => ones(a, b))
    .map((alike) => alike.reduce((most, { amount }) => (amount > most ? amount : most), 0n))
    .reduce((sum, amount) => sum + amount, 0n);
}

/** Without trailing zeros. */
function decimal(amount: bigint): string {
  const text = String(amount).padStart(5, "0");
  const plain = `${text.slice(0, -4)}.${text.slice(-4)}`;
  return tenThousandths(plain) === amount ? plain.replace(/\.?0+$/, "") : plain;
}
