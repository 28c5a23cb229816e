import type { Snapshot } from "../snapshot";
import type { Assumption } from "./assumption";
import type { Named } from "./scenario-details";
import type { Leaf } from "../../pledge/condition";

/** The contributions that assumptions are about, with their pledges. */
export function linesNamed(snapshot: Snapshot, assumptions: readonly Assumption[]): Named["lines"] {
  const ids = new Set(assumptions.flatMap((one) => ("contribution" in one ? [one.contribution] : [])));
  if (ids.size === 0) return {};
  const lines = [...snapshot.pledge.values()].flatMap(({ reference, participant, title, contributions }) =>
    contributions
      .filter(({ id }) => ids.has(id))
      .map(
        ({ id, kind, domain }) => [id, { reference, participant, title, line: { kind, domain } }] as const,
      ),
  );
  return Object.fromEntries(lines);
}

/** The leaves that assumptions are about. */
export const leafOfAssumption = (one: Assumption): Leaf[] =>
  "trigger" in one
    ? [{ trigger: one.trigger }]
    : "approval" in one
      ? [{ approval: one.approval }]
      : "pledge" in one
        ? [{ pledge: one.pledge, atLeast: one.atLeast }]
        : [];
