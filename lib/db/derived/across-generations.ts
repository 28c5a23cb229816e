// Current items and those after a trigger's change, as rows that each hold from one generation until another. An item in
// both is one row.
import { canonical } from "@/lib/domain/base/canonical";
import { leavesOf, type Condition } from "@/lib/domain/pledge/condition";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { ALWAYS, FOR_EVER, type PreparedGeneration, type GenerationSpan } from "../sql/generation";

/** `derived` returns one pledge's items under the given facts. */
export function acrossGenerations<Item extends object>(
  condition: Condition | null,
  facts: LeafFacts,
  ahead: PreparedGeneration | null,
  derived: (facts: LeafFacts) => Item[],
): (Item & GenerationSpan)[] {
  const now = derived(facts);
  if (ahead === null || !waitsFor(condition, ahead.trigger.code))
    return now.map((row) => ({ ...row, ...ALWAYS }));
  const then = derived(factsAhead(facts, ahead));
  const [nowNamed, thenNamed] =
    now.length === 0 || then.length === 0 ? [NONE, NONE] : [named(now), named(then)];
  const both = now.filter((row) => thenNamed.has(nameOf(row)));
  return [
    ...both.map((row) => ({ ...row, ...ALWAYS })),
    ...now
      .filter((row) => !thenNamed.has(nameOf(row)))
      .map((row) => ({ ...row, from_world: 0, to_world: ahead.number })),
    ...then
      .filter((row) => !nowNamed.has(nameOf(row)))
      .map((row) => ({ ...row, from_world: ahead.number, to_world: FOR_EVER })),
  ];
}

const waitsFor = (condition: Condition | null, code: string): boolean =>
  leavesOf(condition).some((leaf) => "trigger" in leaf && leaf.trigger === code);

const factsAhead = (facts: LeafFacts, { trigger }: PreparedGeneration): LeafFacts => ({
  ...facts,
  triggers: facts.triggers.map((one) => (one.code === trigger.code ? trigger : one)),
});

const NONE: ReadonlySet<string> = new Set();
const named = (rows: readonly object[]): Set<string> => new Set(rows.map(nameOf));
const nameOf = (row: object): string => canonical({ ...row });
