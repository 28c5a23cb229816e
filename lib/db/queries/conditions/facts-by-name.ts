// Known facts about leaves, by name, and whether facts found since then differ from them.
import { isDeepStrictEqual } from "node:util";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";

export interface FactsByName {
  triggers: ReadonlyMap<string, LeafFacts["triggers"][number]>;
  approvals: ReadonlyMap<string, LeafFacts["approvals"][number]>;
  pledges: ReadonlyMap<string, LeafFacts["pledges"][number]>;
}

export const byName = ({ triggers, approvals, pledges }: LeafFacts): FactsByName => ({
  triggers: new Map(triggers.map((one) => [one.code, one])),
  approvals: new Map(approvals.map((one) => [one.id, one])),
  pledges: new Map(pledges.map((one) => [one.reference, one])),
});

export const asFacts = ({ triggers, approvals, pledges }: FactsByName): LeafFacts => ({
  triggers: [...triggers.values()],
  approvals: [...approvals.values()],
  pledges: [...pledges.values()],
});

export const mergeFacts = (known: FactsByName, found: FactsByName): FactsByName => ({
  triggers: new Map([...known.triggers, ...found.triggers]),
  approvals: new Map([...known.approvals, ...found.approvals]),
  pledges: new Map([...known.pledges, ...found.pledges]),
});

export const saysTheSame = (known: FactsByName, found: FactsByName): boolean =>
  (["triggers", "approvals", "pledges"] as const).every((kind) =>
    [...found[kind]].every(([name, fact]) => isDeepStrictEqual(fact, known[kind].get(name))),
  );

/** Another pledge replaces one of them, or no longer does. */
export const isAnyReplaced = (known: FactsByName, found: FactsByName): boolean =>
  [...found.pledges.values()].some(
    ({ reference, supersededBy }) => (known.pledges.get(reference)?.supersededBy ?? null) !== supersededBy,
  );
