// A whole small register for the second implementation (tests/support/second): what it says once more of a register, from
// docs and design alone, by trying and enumerating where the domain calculates. It shares types with the domain, no rule.
import { EMPTY_SNAPSHOT, type Snapshot } from "@/lib/domain/history/snapshot";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Delivery } from "@/lib/domain/pledge/delivery";
import type { Participant } from "@/lib/domain/people/participant";
import type { Baseline } from "@/lib/domain/oversight/baseline";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import type { Ruling } from "@/lib/domain/proposals/ruling";
import type { Offer } from "@/lib/domain/requirements/offer";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import type { Trigger } from "@/lib/domain/pledge/trigger";

export interface SmallRegister {
  timeZone: string;
  staleDays: number;
  mandateDays: number;
  participants: Participant[];
  pledges: Pledge[];
  approvals: Approval[];
  triggers: Trigger[];
  proposals: Proposal[];
  rulings: Ruling[];
  deliveries: Delivery[];
  requirements: Requirement[];
  offers: Offer[];
  baselines: Baseline[];
}

/** As the domain reads it. */
export function asSnapshot(register: SmallRegister): Snapshot {
  const { timeZone, staleDays, mandateDays } = register;
  const settings = {
    ...{ timeZone, staleDays, mandateDays, demonstration: false, offsetMs: 0, marking: "" },
    ...{ secondFactorFor: [], authority: null, version: 1 },
  };
  const byId = <R extends { id: string }>(records: readonly R[]) =>
    new Map(records.map((one) => [one.id, one]));
  const byCode = <R extends { code: string }>(records: readonly R[]) =>
    new Map(records.map((one) => [one.code, one]));
  return {
    ...EMPTY_SNAPSHOT,
    register: new Map([["register", settings]]),
    participant: byCode(register.participants),
    trigger: byCode(register.triggers),
    pledge: byId(register.pledges),
    approval: byId(register.approvals),
    proposal: byId(register.proposals),
    ruling: byId(register.rulings),
    delivery: byId(register.deliveries),
    requirement: byId(register.requirements),
    offer: byId(register.offers),
    baseline: byId(register.baselines),
  };
}
