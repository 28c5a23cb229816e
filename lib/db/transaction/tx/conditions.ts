import type { Condition } from "@/lib/domain/pledge/condition";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import type { Transaction } from "../../connection";
import { Prisma } from "../../generated/client";
import { lockLeaves, selectFacts } from "../../statements/condition-facts";
import { selectTrigger, selectTriggers } from "../../records/trigger";
import { locked } from "../../sql/lock";

export const triggerRows = ({ db }: Transaction) => ({
  find: (codes: readonly string[]): Promise<Trigger[]> => selectTriggers(db, { code: { in: [...codes] } }),
  lock: (code: string): Promise<Trigger | null> =>
    locked(db, "trigger", Prisma.sql`code = ${code}`, () => selectTrigger(db, code)),
});

export const conditionsOf = (q: Transaction) => ({
  /** The facts it names, their records locked until the end of the transaction. */
  lockFacts: async (condition: Condition): Promise<LeafFacts> => {
    await lockLeaves(q, condition);
    return selectFacts(q, [condition]);
  },
});
