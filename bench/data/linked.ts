// Links to other participants and to other pledges' lines, what is set aside, and what approvals allow.
import { plusDays, type Instant } from "@/lib/domain/base/day";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import { LINK_STATES, type LinkClaim } from "@/lib/domain/pledge/link";
import type { Limit } from "@/lib/domain/pledge/measure";
import { moneyEnds, moneyFrom } from "@/lib/domain/pledge/money";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { intervalOf } from "@/lib/domain/pledge/quantity";
import type { Chance } from "./chance";
import { otherOf, pairOf } from "./generate";

const ON_BEHALF = 0.015;
const SAME_UNIT = 0.02;
const SET_ASIDE = 0.3;

/** Four of five are confirmed, some are declined. */
function claimOf(by: Chance): LinkClaim {
  const state = by.odds(0.8) ? "CONFIRMED" : by.of(LINK_STATES);
  return { state, by: by.id(), reason: state === "DECLINED" ? "Not so." : null };
}

export function onBehalf(by: Chance, pledge: Pledge): Pledge {
  const other = otherOf(pledge.participant);
  if (other === null || pledge.jointWith.length > 0 || !by.odds(ON_BEHALF)) return pledge;
  return { ...pledge, onBehalfOf: [{ participant: other, ...claimOf(by) }] };
}

/** Some lines are the same unit or sum as an earlier one, of the same participant or its pair. */
export function sameUnits(by: Chance, pledges: readonly Pledge[]): Pledge[] {
  const rememberedLines = new Map<number, { pledge: string; line: Contribution }[]>();
  return pledges.map((pledge) => {
    const pair = pairOf(pledge.participant);
    const before = rememberedLines.get(pair) ?? [];
    const contributions = pledge.contributions.map((line) => {
      const same = before.length > 0 && by.odds(SAME_UNIT) ? by.of(before) : null;
      if (same === null) return line;
      const { kind, domain, quantity, money, id } = same.line;
      const sameAs = { pledge: same.pledge, contribution: id, ...claimOf(by) };
      return { ...line, kind, domain, quantity, money, sameAs };
    });
    const own = contributions.map((line) => ({ pledge: pledge.reference, line }));
    rememberedLines.set(pair, [...before.slice(-REMEMBERED), ...own]);
    return { ...pledge, contributions };
  });
}

const REMEMBERED = 50;

/** For some lines of an allocated pledge, less is set aside than promised, on a separate day. */
export function setAside(by: Chance, pledge: Pledge, at: Instant): Pledge {
  if (pledge.stage !== "ALLOCATED" && pledge.stage !== "DELIVERING") return pledge;
  const contributions = pledge.contributions.map((line) => {
    const span = intervalOf(line.quantity);
    if (span === null || !by.odds(SET_ASIDE)) return line;
    const half = Math.ceil(span.low / 2);
    const quantity = { ...line.quantity, kind: "EXACT" as const, min: half, max: half, asStated: null };
    const on = plusDays(at.slice(0, 10), -by.upTo(200));
    return { ...line, allocated: { quantity, money: null, on } };
  });
  return { ...pledge, contributions };
}

/** One approval in three serves a second pledge; one that was given may have ended, or allow too little. */
export function mandate(by: Chance, approval: Approval, served: readonly Pledge[], at: Instant): Approval {
  const serves = served.map(({ reference }) => reference).sort();
  if (approval.status !== "APPROVED") return { ...approval, serves };
  const limits = served.flatMap(({ contributions }) => contributions).flatMap((line) => limitOf(by, line));
  return {
    ...approval,
    serves,
    validUntil: by.odds(0.5) ? plusDays(at.slice(0, 10), by.upTo(1_000) - 100) : null,
    limits: limits.length === 0 || by.odds(0.2) ? null : limits.slice(0, 1),
    terms: by.odds(0.2) ? "For as long as the mission lasts." : null,
  };
}

/** Half of what the line promises, or up to one and a half times as much. */
function limitOf(by: Chance, { quantity, money }: Contribution): Limit[] {
  const share = 1 + by.upTo(2);
  const span = intervalOf(quantity);
  if (span !== null && span.low > 0) {
    const max = Math.ceil((span.low * share) / 2);
    const most = { kind: "UP_TO" as const, min: 0, max, unit: quantity.unit, asStated: null };
    return [{ quantity: most, money: null }];
  }
  if (money === null) return [];
  const { min, max, currency } = moneyEnds(money);
  const most = { kind: "UP_TO" as const, min: "0", max: max ?? min, currency, asStated: null };
  return [{ quantity: null, money: moneyFrom(most) }];
}
