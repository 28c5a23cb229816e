// Sealed numbers inside a change: stored next to the record, which gets a commitment instead.
import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { SealedNumber, SealedNumbers } from "@/lib/domain/pledge/sealed";
import type { Queryable } from "../connection";
import { sentTogether } from "../sql/sent-together";
import { awaitLockOfFirst, committed, selectSealed } from "../statements/sealed-numbers";

export interface NumberSealing {
  /** Stores a contribution's number and returns its commitment. The caller must put that in the record. */
  keepSealed(
    pledge: Pick<Pledge, "id" | "participant">,
    contribution: string,
    number: SealedNumber,
  ): Promise<string>;
  findSealed(commitments: readonly string[]): Promise<SealedNumbers>;
}

export const sealing = (q: Queryable, actor: Actor, at: Instant): NumberSealing => ({
  keepSealed: async ({ id, participant }, contribution, number) => {
    const salt = randomBytes(SALT_BYTES).toString("hex");
    const commitment = committed(contribution, number, salt);
    await sentTogether([
      awaitLockOfFirst(q, participant),
      q.query(
        `INSERT INTO sealed_quantity (commitment, pledge_id, contribution_id, min, max, unit, salt, entered_by, entered_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [commitment, id, contribution, number.min, number.max, number.unit, salt, actor.id, at],
      ),
    ]);
    return commitment;
  },
  findSealed: (commitments) => selectSealed(q, commitments),
});

const SALT_BYTES = 32;
