// The start and end of a change of a trigger that many pledges wait for. Only for `writeAlone`, so that every other
// change comes entirely before or after it.
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import type { ChangeState, PreparedChange, TriggerChange } from "@/lib/domain/unresolved/trigger-change";
import type { Queryable } from "../connection";
import { selectChanges } from "../statements/trigger-change-rows";
import type { UnitOfWork } from "../derived/unit-of-work";

export interface TransactionChanges {
  /** Null: another one isn't finished or tidied up. */
  beginChange(before: Trigger, after: Trigger, reason: string | null): Promise<TriggerChange | null>;
  changeUnderWay(): Promise<PreparedChange | null>;
  /** Whether this trigger was ever changed this way. */
  wasChanging(code: string): Promise<boolean>;
  /** DONE makes the prepared rows current; they aren't derived again. */
  endChange(id: number, state: Exclude<ChangeState, "PREPARING" | "READY">): Promise<TriggerChange>;
}

export function transactionChanges(
  q: Queryable,
  actor: Actor,
  at: Instant,
  touched: UnitOfWork,
): TransactionChanges {
  return {
    beginChange: async (before, after, reason) => {
      const { rows } = await q.query<{ id: number }>(BEGIN_CHANGE, [
        before.code,
        before.version,
        JSON.stringify(after),
        reason,
        JSON.stringify({ ...actor, sessionVersion: undefined }),
        at,
      ]);
      const [change] = rows[0] ? await selectChanges(q, "c.id = $1", [rows[0].id]) : [];
      return change ?? null;
    },
    changeUnderWay: async () => {
      const { rows } = await q.query<PreparedChange>(
        "SELECT id, state, after, reason, actor FROM trigger_change WHERE state IN ('PREPARING', 'READY') FOR NO KEY UPDATE",
      );
      return rows[0] ?? null;
    },
    wasChanging: async (code) => (await selectChanges(q, "c.code = $1", [code], "LIMIT 1")).length > 0,
    endChange: async (id, state) => {
      await q.query("UPDATE trigger_change SET state = $2, ended_at = $3 WHERE id = $1", [id, state, at]);
      const [change] = await selectChanges(q, "c.id = $1", [id]);
      if (!change) throw new Error(`no change ${id}`);
      if (state === "DONE") touched.isDerived("trigger", change.code);
      return change;
    },
  };
}

const BEGIN_CHANGE = `
  INSERT INTO trigger_change (code, based_on, after, reason, actor, state, total, started_at)
  SELECT $1, $2, $3, $4, $5, 'PREPARING',
         (SELECT count(*) FROM condition_leaf WHERE kind = 'trigger' AND key = $1), $6
   WHERE NOT EXISTS (SELECT FROM trigger_change WHERE NOT tidied)
  RETURNING id`;
