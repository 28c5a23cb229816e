// What falls due on important pledges, from a snapshot. Questions aren't part of one.
import { atLeast, isOpen } from "../pledge/stages";
import { byDue, type DueAsked, type DueSoon } from "../unresolved/what-matters";
import type { Pledge } from "../pledge/pledge";
import type { Snapshot } from "./snapshot";
import { indexOf } from "./snapshot-index";

/** The first by day; late ones before. */
export function dueSoonIn(world: Snapshot, { until, critical, limit }: DueAsked): DueSoon[] {
  const important = new Set(critical);
  const counts = ({ reference, participant, stage, voided }: Pledge): boolean =>
    voided === null &&
    isOpen(stage) &&
    (atLeast(stage, "COMMITTED") ||
      important.has(reference) ||
      world.participant.get(participant)?.role === "CO_LEAD");
  const found: DueSoon[] = [];
  const add = (
    { reference, participant, title }: Pledge,
    due: Pick<DueSoon, "what" | "about" | "id"> & { on: DueSoon["on"] | null },
  ): void => {
    const { on } = due;
    if (on !== null && on <= until) found.push({ kind: "due", reference, participant, title, ...due, on });
  };
  for (const pledge of world.pledge.values()) {
    if (!counts(pledge)) continue;
    add(pledge, { what: "due", on: pledge.dueOn, about: null, id: null });
    if (pledge.nextAction !== null)
      add(pledge, { what: "next-action", on: pledge.nextActionDueOn, about: pledge.nextAction, id: null });
  }
  const { pledges } = indexOf(world);
  for (const { id, status, scheduledFor, validUntil, body, serves } of world.approval.values()) {
    const served = serves.flatMap((reference) => pledges.get(reference) ?? []).find(counts);
    if (!served) continue;
    if (status === "SCHEDULED") add(served, { what: "vote", on: scheduledFor, about: body, id });
    if (status === "APPROVED") add(served, { what: "mandate", on: validUntil, about: body, id });
  }
  return found.sort(byDue).slice(0, limit);
}
