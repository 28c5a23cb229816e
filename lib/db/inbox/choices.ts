// What a person has chosen to be told, and when their digest is due.
import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import { kindsOf, NOTICE_KINDS, type Choices, type NoticeKind } from "@/lib/domain/notice";
import { nextDigest } from "@/lib/domain/digest";
import { inTransaction } from "../client";
import { ask } from "../read/ask";
import { sql } from "../read/sql";

export async function findChoices(actor: Actor): Promise<Choices> {
  const [row] = await ask<ChosenRow>(sql`
    SELECT muted, digest, hour, time_zone AS "timeZone" FROM inbox WHERE person_id = ${actor.id}::uuid`);
  return choicesOf(actor, row ?? { muted: [], digest: true, hour: 7, timeZone: null });
}

/**
 * What is left out stays. Kinds that don't go with the role stay as they were. Switched on, digests begin with what happens
 * from now on.
 */
export function saveChoices(actor: Actor, changes: Partial<Choices>): Promise<Choices> {
  return inTransaction(
    async (client) => {
      await client.query("BEGIN");
      await client.query("INSERT INTO inbox (person_id) VALUES ($1) ON CONFLICT DO NOTHING", [actor.id]);
      const { rows } = await client.query<ChosenRow & { now: Instant; registerZone: string; head: string }>(
        `SELECT i.muted, i.digest, i.hour, i.time_zone AS "timeZone", audit.instant(now()) AS now, r.time_zone AS "registerZone",
                (SELECT seq FROM audit.head) AS head
           FROM inbox i, register r WHERE i.person_id = $1 FOR UPDATE OF i`,
        [actor.id],
      );
      const [before] = rows;
      if (!before) throw new Error("the register is missing");
      const after = { ...choicesOf(actor, before), ...changes };
      const muted = NOTICE_KINDS.filter((kind) =>
        kindsOf(actor).includes(kind) ? !after.kinds.includes(kind) : before.muted.includes(kind),
      );
      const due = after.digest
        ? nextDigest(before.now, after.hour, after.timeZone ?? before.registerZone)
        : null;
      await client.query(
        `UPDATE inbox SET muted = $2, digest = $3, hour = $4, time_zone = $5, due_at = $6,
                written_to = CASE WHEN $7 THEN greatest(written_to, $8::bigint) ELSE written_to END
          WHERE person_id = $1`,
        [
          actor.id,
          muted,
          after.digest,
          after.hour,
          after.timeZone,
          due,
          after.digest && !before.digest,
          before.head,
        ],
      );
      return choicesOf(actor, { ...after, muted });
    },
    () => "COMMIT",
  );
}

type ChosenRow = Omit<Choices, "kinds"> & { muted: NoticeKind[] };

const choicesOf = (actor: Actor, { muted, digest, hour, timeZone }: ChosenRow): Choices => ({
  kinds: kindsOf(actor).filter((kind) => !muted.includes(kind)),
  digest,
  hour,
  timeZone,
});
