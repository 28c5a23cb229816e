// All waiting pledges, and the known facts about what they wait for, as this process last read them. After a
// change only the changed records are read again; if they make no difference, the same object is returned, so
// results derived from it stay valid.
import { isDeepStrictEqual } from "node:util";
import { leavesOf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import { nodeNameOf } from "@/lib/domain/conditions/keystone";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { followed, replacedAmong } from "@/lib/domain/conditions/successors";
import { sql } from "../../sql/sql";
import { followingLog, type ChangedIds } from "../log/following";
import { findFacts } from "./conditions";
import { asFacts, byName, isAnyReplaced, saysTheSame, mergeFacts, type FactsByName } from "./facts-by-name";
import { findChangedWaiting, findWaitingRows, type FoundWaiting, type WrittenWaiting } from "./waiting";

export interface WaitingRegister {
  /** By reference; their conditions name the pledges of today. Equal conditions are one shared object. */
  pledges: readonly FoundWaiting[];
  /** Facts about everything that they wait for, and about some that nothing waits for any more. */
  facts: LeafFacts;
}

export const findWaitingRegister = async (): Promise<WaitingRegister> => (await findKnown()).register;

interface Known {
  /** By reference. */
  rows: ReadonlyMap<string, WrittenWaiting>;
  facts: FactsByName;
  /** By the condition's stored text: the condition with the pledges of today. */
  conditions: ReadonlyMap<string, Condition>;
  /** What conditions name, known or not. */
  named: ReadonlySet<string>;
  register: WaitingRegister;
}

const findKnown = followingLog<Known>("what waits", {
  kinds: ["pledge", "approval", "trigger"],
  all: async () => {
    const rows = new Map((await findWaitingRows(sql`true`)).map((row) => [row.reference, row]));
    const written = [...new Set([...rows.values()].map(({ condition }) => condition))];
    const facts = await findFacts(written.map((text) => JSON.parse(text) as Condition));
    return assembled(rows, byName(facts), { conditions: new Map(), named: new Set() });
  },
  changed: withChanges,
});

async function withChanges(from: Known, idsOf: ChangedIds): Promise<Known> {
  const touched = await findChangedWaiting(idsOf("pledge"));
  const isNamed = (name: string): boolean => from.named.has(name) || from.facts.pledges.has(name);
  const looked: Leaf[] = [
    ...touched.map(({ reference }): Leaf => ({ pledge: reference, atLeast: "SIGNALLED" })),
    ...idsOf("approval").map((approval) => ({ approval })),
    ...idsOf("trigger").map((trigger) => ({ trigger })),
  ];
  const own = touched.flatMap(({ row }) => (row ? leavesOf(JSON.parse(row.condition) as Condition) : []));
  const found = byName(await findFacts([...looked.filter((leaf) => isNamed(nodeNameOf(leaf))), ...own]));
  const isSame = touched.every(({ reference, row }) =>
    isDeepStrictEqual(row, from.rows.get(reference) ?? null),
  );
  if (isSame && saysTheSame(from.facts, found)) return from;
  const rows = new Map(from.rows);
  for (const { reference, row } of touched)
    if (row) rows.set(reference, row);
    else rows.delete(reference);
  const before = isAnyReplaced(from.facts, found)
    ? { ...from, conditions: new Map<string, Condition>() }
    : from;
  return assembled(rows, mergeFacts(from.facts, found), before);
}

function assembled(
  rows: ReadonlyMap<string, WrittenWaiting>,
  facts: FactsByName,
  before: Pick<Known, "conditions" | "named">,
): Known {
  const replaced = replacedAmong(facts.pledges.values());
  const conditions = new Map<string, Condition>();
  const named = new Set(before.named);
  const conditionOf = (text: string): Condition => {
    const same = conditions.get(text) ?? before.conditions.get(text);
    if (same !== undefined) return same;
    const condition = followed(JSON.parse(text) as Condition, replaced);
    for (const leaf of leavesOf(condition)) named.add(nodeNameOf(leaf));
    return condition;
  };
  const pledges = [...rows.values()]
    .sort((a, b) => (a.reference < b.reference ? -1 : 1))
    .map(({ condition: text, ...row }) => {
      const condition = conditionOf(text);
      conditions.set(text, condition);
      return { ...row, condition };
    });
  const register = { pledges, facts: asFacts(facts) };
  return { rows, facts, conditions, named, register };
}
