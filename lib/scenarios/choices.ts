// What can be supposed of the register at a moment: what conditions name, and what is offered.
import "server-only";
import { mayDecide, type Actor } from "@/lib/domain/actor";
import { leavesOf } from "@/lib/domain/condition";
import type { Instant } from "@/lib/domain/day";
import { momentNamed } from "@/lib/domain/moment";
import type { Pledge } from "@/lib/domain/pledge";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import type { Choices } from "@/lib/domain/scenario-sheet";
import { isOpen } from "@/lib/domain/stages";
import { findPoint, type Point } from "@/lib/db/past/span";
import { findStand } from "@/lib/db/past/world";
import { shownTo } from "@/lib/db/read/sealed";

/** So much is offered to choose from; anything else can be named by hand. */
const MOST = 500;

export async function loadChoices(
  actor: Actor,
  asOf: string | null,
  at: Instant,
): Promise<Result<Choices & { point: Point }>> {
  if (!mayDecide(actor)) return refuse("role");
  const named = asOf === null ? null : momentNamed(asOf);
  const point = named === null ? ok<Point>({ at, baseline: null }) : await findPoint("asOf", named, at);
  if (!point.ok) return point;
  const { world } = await findStand(point.value.at);
  const open = [...world.pledge.values()].filter(({ voided, stage }) => voided === null && isOpen(stage));
  const references = new Set(open.map(({ reference }) => reference));
  const offers = [...world.offer.values()].filter(({ withdrawn }) => withdrawn === null);
  const offered = new Set(offers.map(({ pledge }) => pledge));
  const awaited = new Set(
    open.flatMap(({ condition }) =>
      leavesOf(condition).flatMap((leaf) => ("pledge" in leaf ? [leaf.pledge] : [])),
    ),
  );
  const matters = open
    .filter(({ reference }) => awaited.has(reference) || offered.has(reference))
    .sort(byReference);
  const shown = await shownTo(
    actor,
    matters.filter(({ reference }) => offered.has(reference)).slice(0, MOST),
  );
  return ok({
    point: point.value,
    triggers: [...world.trigger.values()].sort((a, b) => (a.title < b.title ? -1 : 1)),
    approvals: [...world.approval.values()]
      .filter(({ serves }) => serves.some((one) => references.has(one)))
      .sort((a, b) =>
        a.participant === b.participant ? (a.body < b.body ? -1 : 1) : a.participant < b.participant ? -1 : 1,
      )
      .slice(0, MOST),
    pledges: matters.slice(0, MOST),
    lines: shown.flatMap((pledge) =>
      pledge.contributions.flatMap(({ id, kind, quantity }) => {
        const offer = offers.find(({ contribution }) => contribution === id);
        return offer && quantity.unit
          ? [
              {
                id,
                reference: pledge.reference,
                participant: pledge.participant,
                requirement: offer.requirement,
                kind,
                quantity,
                unit: quantity.unit,
              },
            ]
          : [];
      }),
    ),
  });
}

const byReference = (a: Pick<Pledge, "reference">, b: Pick<Pledge, "reference">): number =>
  a.reference < b.reference ? -1 : 1;
