// What can be assumed about the register at a moment: what conditions name, and what is offered.
import { leavesOf } from "@/lib/domain/pledge/condition";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { ScenarioChoices } from "@/lib/domain/history/scenarios/scenario-details";
import { isOpen } from "@/lib/domain/pledge/stages";
import type { Snapshot } from "@/lib/domain/history/snapshot";

/** The most choices offered; anything else can be named by hand. */
const MOST = 500;

/** `show`: the pledges as the reader may see them. */
export async function choicesIn(
  snapshot: Snapshot,
  show: (pledges: Pledge[]) => Promise<Pledge[]>,
): Promise<ScenarioChoices> {
  const open = [...snapshot.pledge.values()].filter(({ voided, stage }) => voided === null && isOpen(stage));
  const references = new Set(open.map(({ reference }) => reference));
  const offers = [...snapshot.offer.values()].filter(({ withdrawn }) => withdrawn === null);
  const offered = new Set(offers.map(({ pledge }) => pledge));
  const awaited = new Set(
    open.flatMap(({ condition }) =>
      leavesOf(condition).flatMap((leaf) => ("pledge" in leaf ? [leaf.pledge] : [])),
    ),
  );
  const matters = open
    .filter(({ reference }) => awaited.has(reference) || offered.has(reference))
    .sort(byReference);
  const shown = await show(matters.filter(({ reference }) => offered.has(reference)).slice(0, MOST));
  return {
    triggers: [...snapshot.trigger.values()].sort((a, b) => (a.title < b.title ? -1 : 1)),
    approvals: [...snapshot.approval.values()]
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
  };
}

const byReference = (a: Pick<Pledge, "reference">, b: Pick<Pledge, "reference">): number =>
  a.reference < b.reference ? -1 : 1;
