// A report of what was handed over of a contribution, by a named definition of delivered, with the recipient's
// confirmation. Bodies count by different definitions and reach different numbers, so the definition is never left open.
import { holds, mayDecide, whyNotChange, type Actor } from "../people/actor";
import type { Contribution } from "./contribution";
import { plusDays, type Day, type Instant } from "../base/day";
import { counts } from "./evidence";
import { whyNotMeasured } from "./measure";
import type { Money } from "./money";
import type { Participant } from "../people/participant";
import type { Pledge } from "./pledge";
import type { Quantity } from "./quantity";
import { invalid, refuse, type FieldError } from "../base/refusal";
import { ok, type Result } from "../base/result";
import { atLeast } from "./stages";

export const DELIVERED_AS = ["LEFT_ORIGIN", "HANDED_OVER", "ACCEPTED_BY_RECIPIENT"] as const;
export type DeliveredAs = (typeof DELIVERED_AS)[number];

export interface Delivery {
  id: string;
  /** Its reference. */
  pledge: string;
  /** Id of the contribution. */
  contribution: string;
  quantity: Quantity | null;
  money: Money | null;
  deliveredOn: Day;
  definition: DeliveredAs;
  /** Ids of the pledge's evidence it rests on: at least one. */
  evidence: string[];
  confirmation: Confirmation | null;
  note: string | null;
  /** A retracted report stays on record and counts for nothing. */
  retracted: { at: Instant; reason: string } | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface Confirmation {
  on: Day;
  /** An office, never a person. */
  by: string;
  /** Id of the pledge's evidence that contains it. */
  evidence: string;
}

/** Per pledge. */
export const MOST_DELIVERIES = 200;

type OnRecord = Pick<Pledge, "evidence">;
type Confirmed = Delivery & { confirmation: Confirmation };

/** Not retracted, and based on evidence that isn't either. */
export const isReported = (delivery: Delivery, { evidence }: OnRecord): boolean =>
  delivery.retracted === null &&
  evidence.some((piece) => counts(piece) && delivery.evidence.includes(piece.id));

export const isConfirmed = (delivery: Delivery, pledge: OnRecord): delivery is Confirmed =>
  isReported(delivery, pledge) &&
  pledge.evidence.some((piece) => counts(piece) && piece.id === delivery.confirmation?.evidence);

/** Contributions without a delivery that the recipient confirmed. */
export const unconfirmedLines = (
  pledge: Pick<Pledge, "evidence" | "contributions">,
  deliveries: readonly Delivery[],
): Contribution[] =>
  pledge.contributions.filter(
    ({ id }) => !deliveries.some((one) => one.contribution === id && isConfirmed(one, pledge)),
  );

const CONFIRM_DAYS = 30;

/** The 31st day: from then on the recipient's confirmation counts as missing. */
export const unconfirmedOn = ({ deliveredOn }: Delivery): Day => plusDays(deliveredOn, CONFIRM_DAYS);

/**
 * The confirmation is the recipient's: its desk or a manager records it. The desk of the delivering participant
 * doesn't confirm its own delivery.
 */
export function whyNotConfirm(
  actor: Actor,
  recipients: readonly string[],
  deliveredBy: string,
): Result<never> | null {
  if (!mayDecide(actor) && holds(actor, deliveredBy)) return refuse("another-desk", { because: "delivered" });
  if (recipients.some((code) => holds(actor, code))) return null;
  const why = whyNotChange(actor, recipients[0] ?? "");
  return why && refuse(why);
}

/** Their codes. */
export const recipientsAmong = (participants: readonly Pick<Participant, "code" | "role">[]): string[] =>
  participants.filter(({ role }) => role === "BENEFICIARY").map(({ code }) => code);

export function whyNotReport(
  { contributions, evidence }: Pick<Pledge, "contributions" | "evidence">,
  report: Pick<Delivery, "contribution" | "quantity" | "money" | "deliveredOn" | "evidence">,
  today: Day,
): FieldError[] {
  const line = contributions.find(({ id }) => id === report.contribution);
  return [
    ...(line ? whyNotMeasured(line, report) : [{ path: "contribution", code: "unknown" }]),
    ...(report.deliveredOn > today ? [{ path: "deliveredOn", code: "in-future" }] : []),
    ...report.evidence.flatMap((id, index) =>
      evidence.some((piece) => piece.id === id && counts(piece))
        ? []
        : [{ path: `evidence.${index}`, code: "unknown" }],
    ),
  ];
}

/** Once given, a confirmation is only withdrawn by retracting the whole report. */
export function withConfirmation(
  delivery: Delivery,
  { evidence }: OnRecord,
  confirmation: Confirmation,
  today: Day,
): Result<Delivery> {
  if (delivery.retracted !== null) return refuse("no-such-step", { because: "retracted" });
  if (delivery.confirmation !== null) return refuse("already-there", { because: "confirmed" });
  if (confirmation.on > today) return invalid({ path: "on", code: "in-future" });
  if (confirmation.on < delivery.deliveredOn) return invalid({ path: "on", code: "before-delivery" });
  if (!evidence.some((piece) => piece.id === confirmation.evidence && counts(piece)))
    return invalid({ path: "evidence", code: "unknown" });
  return ok({ ...delivery, confirmation });
}

/** One person alone can't retract what the pledge's stage rests on: the step down is decided first. */
export function retracted(
  delivery: Delivery,
  pledge: Resting,
  deliveries: readonly Delivery[],
  { reason, at }: { reason: string; at: Instant },
): Result<Delivery> {
  if (delivery.retracted !== null) return refuse("already-there", { because: "retracted" });
  const others = deliveries.filter(({ id }) => id !== delivery.id);
  if (restsOn(pledge, deliveries) && !restsOn(pledge, others))
    return refuse("no-such-step", { because: "rests", stage: pledge.stage });
  return ok({ ...delivery, retracted: { at, reason } });
}

/** The same for evidence: a report or confirmation that loses its last piece no longer counts. */
export const whyNotRetractEvidence = (
  before: Resting,
  after: Resting,
  deliveries: readonly Delivery[],
): Result<never> | null =>
  restsOn(before, deliveries) && !restsOn(after, deliveries)
    ? refuse("no-such-step", { because: "evidence", stage: before.stage })
    : null;

type Resting = Pick<Pledge, "evidence" | "contributions" | "stage" | "suspendedFrom">;

/** Whether these reports support the pledge's current stage. */
function restsOn(pledge: Resting, deliveries: readonly Delivery[]): boolean {
  const stage = pledge.suspendedFrom ?? pledge.stage;
  if (stage === "FULFILLED")
    return pledge.contributions.length > 0 && unconfirmedLines(pledge, deliveries).length === 0;
  return atLeast(stage, "DELIVERING") && deliveries.some((one) => isReported(one, pledge));
}
