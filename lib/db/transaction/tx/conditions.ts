import type { Condition } from "@/lib/domain/pledge/condition";
import type { Cycle } from "@/lib/domain/conditions/deadlock";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import type { Transaction } from "../../connection";
import { Prisma } from "../../generated/client";
import { lockLeaves, selectCycles, selectFacts } from "../../statements/condition-facts";
import { selectTrigger, selectTriggers } from "../../records/trigger";
import { locked } from "../../sql/lock";

export const triggerRows = ({ db }: Transaction) => ({
  find: (codes: readonly string[]): Promise<Trigger[]> => selectTriggers(db, { code: { in: [...codes] } }),
  lock: (code: string): Promise<Trigger | null> =>
    locked(db, "trigger", Prisma.sql`code = ${code}`, () => selectTrigger(db, code)),
});

export const conditionsOf = (q: Transaction) => ({
  factsFor: (wanted: readonly (Condition | null)[]): Promise<LeafFacts> => selectFacts(q, wanted),
  /** The same, with the records locked until the end of the transaction. */
  lockFacts: async (condition: Condition): Promise<LeafFacts> => {
    await lockLeaves(q, condition);
    return selectFacts(q, [condition]);
  },
  cycleOf: async (reference: string): Promise<Cycle | null> =>
    (await selectCycles(q, [reference])).get(reference) ?? null,
});
