// What is open around a pledge, once more: approvals, proposals, what was set aside and delivered, and its participant.
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Proposal } from "@/lib/domain/proposals/proposal";
import { intervalIn } from "../amounts";
import { dayIn, later } from "../days";
import { supporting } from "../evidence";
import type { SmallRegister } from "../register";
import type { Cause } from "../causes";
import { leavesIn } from "../trying";
import { hasReached } from "../waiting";

/** Those that serve it, and those its condition names. */
export function* saidOfApprovals({ approvals, timeZone }: SmallRegister, pledge: Pledge): Generator<Cause> {
  const named = pledge.condition === null ? [] : leavesIn(pledge.condition);
  for (const approval of approvals) {
    const isNamed = named.some((leaf) => "approval" in leaf && leaf.approval === approval.id);
    if (!isNamed && !approval.serves.includes(pledge.reference)) continue;
    const { id, body, kind, status, statusSince, decidedOn } = approval;
    const code = CODE_OF_STATUS[status];
    if (code === undefined) continue;
    const dated = statusSince ?? dayIn(timeZone, approval.createdAt);
    const since = code === "APPROVAL_REFUSED" ? (decidedOn ?? dated) : dated;
    yield { code, what: "approval", since, data: { approval: id, body, kind, status } };
  }
}

const CODE_OF_STATUS: Partial<Record<Approval["status"], Cause["code"]>> = {
  ...{ UNKNOWN: "APPROVAL_UNKNOWN", REQUIRED: "APPROVAL_PENDING", TABLED: "APPROVAL_PENDING" },
  ...{ SCHEDULED: "APPROVAL_PENDING", REJECTED: "APPROVAL_REFUSED", LAPSED: "APPROVAL_REFUSED" },
};

export function* saidOfProposals({ proposals, timeZone }: SmallRegister, pledge: Pledge): Generator<Cause> {
  for (const proposal of proposals) {
    if (!proposal.concerns.includes(pledge.reference)) continue;
    const { id, subject, status, wish, createdAt, decidedAt } = proposal;
    const data = { proposal: id, subject, wish: effectOf(wish) };
    if (status === "OPEN")
      yield { code: "DECISION_OPEN", what: "undecided", since: later(dayIn(timeZone, createdAt), 3), data };
    if (status === "RETURNED")
      yield { code: "DECISION_OPEN", what: "returned", since: dayIn(timeZone, decidedAt ?? ""), data };
  }
}

const effectOf = (wish: Proposal["wish"]): string => (wish.do === "stage" ? wish.to : wish.do);

export function* saidOfWhatWasGiven(register: SmallRegister, pledge: Pledge): Generator<Cause> {
  const { deliveries } = register;
  for (const line of hasReached(pledge, "ALLOCATED") ? pledge.contributions : [])
    if (line.allocated && isShortOfPromise(line))
      yield { code: "ALLOCATION_SHORT", what: "short", since: line.allocated.on, data: { kind: line.kind } };

  const standing = supporting(pledge.evidence).map(({ id }) => id);
  for (const { id: delivery, evidence, confirmation, retracted, deliveredOn, ...report } of deliveries) {
    if (report.pledge !== pledge.reference || retracted || !evidence.some((id) => standing.includes(id)))
      continue;
    if (confirmation && standing.includes(confirmation.evidence)) continue;
    const kind = pledge.contributions.find(({ id }) => id === report.contribution)?.kind ?? "";
    const data = { delivery, kind, definition: report.definition, on: deliveredOn };
    yield { code: "DELIVERY_UNCONFIRMED", what: "report", since: later(deliveredOn, 30), data };
  }
}

/** In the same unit or currency the lower end of what was set aside lies below that of what was promised. */
function isShortOfPromise({ quantity, money, allocated }: Contribution): boolean {
  const pairs = [
    [quantity, allocated?.quantity],
    [money, allocated?.money],
  ] as const;
  return pairs.some(([promised, given]) => {
    const [wanted, got] = [intervalIn(promised), intervalIn(given)];
    return wanted !== null && got !== null && wanted.of === got.of && got.low < wanted.low;
  });
}

export function* saidOfParticipant({ participants }: SmallRegister, pledge: Pledge): Generator<Cause> {
  for (const { code, leftOn, leftReason } of participants)
    if (code === pledge.participant && leftOn !== null) {
      const data = { on: leftOn, reason: leftReason ?? "" };
      yield { code: "PARTICIPANT_LEFT", what: "left", since: leftOn, data };
    }
}
