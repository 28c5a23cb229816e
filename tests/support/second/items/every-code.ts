// Everything unresolved in a register, once more: by pledge and by cell, also what only time will bring.
import type { Participant } from "@/lib/domain/people/participant";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { dayIn } from "../days";
import { saidOfApprovals, saidOfParticipant, saidOfProposals, saidOfWhatWasGiven } from "./around";
import { saidOfRulings } from "./ruled";
import { saidOfContents, saidOfEvidence } from "./stated";
import { saidOfCondition, saidOfDeadlock } from "./waiting";
import { saidOfMandates, throughTime } from "../mandates";
import { saidOfOffers } from "../offers";
import type { SmallRegister } from "../register";
import type { Cause } from "../causes";

const saidOfConditionInTime = (register: SmallRegister, pledge: Pledge): Cause[] =>
  throughTime(register, pledge, saidOfCondition);

const DISTRICTS = [
  ...[saidOfContents, saidOfEvidence, saidOfApprovals, saidOfProposals, saidOfWhatWasGiven],
  ...[saidOfParticipant, saidOfRulings, saidOfConditionInTime, saidOfDeadlock, saidOfOffers, saidOfMandates],
];

export function saidOf(register: SmallRegister, pledge: Pledge): Cause[] {
  if (pledge.voided) return [];
  if (pledge.stage === "SUSPENDED") {
    const data = { reason: pledge.stageReason ?? "", from: pledge.suspendedFrom ?? "" };
    return [{ code: "SUSPENDED", what: "suspended", since: pledge.stageSetOn, data }];
  }
  const isOpen = ["SIGNALLED", "PLEDGED", "COMMITTED", "ALLOCATED", "DELIVERING"].includes(pledge.stage);
  return isOpen ? DISTRICTS.flatMap((district) => [...district(register, pledge)]) : [];
}

const POSITIONS: readonly Pledge["stage"][] = [
  ...(["SIGNALLED", "PLEDGED", "COMMITTED", "ALLOCATED", "DELIVERING"] as const),
  ...(["SUSPENDED", "FULFILLED", "DECLINED", "WITHDRAWN"] as const),
];

export const pledgesIn = ({ pledges }: SmallRegister, code: string, priority: number): Pledge[] =>
  pledges.filter(
    ({ participant, jointWith, voided, ...one }) =>
      one.priority === priority &&
      !voided &&
      (participant === code ||
        jointWith.some((link) => link.participant === code && link.state === "CONFIRMED")),
  );

/** The gap of a cell; it ends on the day on which the participant leaves. */
export function saidOfCell(register: SmallRegister, participant: Participant, priority: number): Cause[] {
  const { code, kind, role, joinedOn, leftOn, recordedAt } = participant;
  if (kind !== "STATE" || !(role === "CO_LEAD" || role === "MEMBER")) return [];
  if (pledgesIn(register, code, priority).some(({ stage }) => POSITIONS.includes(stage))) return [];
  const { timeZone, baselines } = register;
  const [firstBaseline] = baselines.map(({ asOf }) => dayIn(timeZone, asOf)).toSorted();
  const since = joinedOn ?? firstBaseline ?? dayIn(timeZone, recordedAt);
  if (leftOn !== null && leftOn <= since) return [];
  const gap: Cause = { code: "NO_PLEDGE", what: "none", since };
  return [leftOn === null ? gap : { ...gap, until: leftOn }];
}
