// Sealed numbers inside a change: stored next to the record, which gets a commitment instead.
import { randomBytes } from "node:crypto";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import type { SealedNumber, SealedNumbers } from "@/lib/domain/pledge/sealed";
import type { Queryable } from "../connection";
import { committed, selectSealed } from "../statements/sealed-numbers";

export interface NumberSealing {
  /** Stores a contribution's number and returns its commitment. The caller must put that in the record. */
  keepSealed(at: { pledge: string; contribution: string }, number: SealedNumber): Promise<string>;
  findSealed(commitments: readonly string[]): Promise<SealedNumbers>;
}

export const sealing = (q: Queryable, actor: Actor, at: Instant): NumberSealing => ({
  keepSealed: async ({ pledge, contribution }, number) => {
    const salt = randomBytes(SALT_BYTES).toString("hex");
    const commitment = committed(contribution, number, salt);
    await q.query(
      `INSERT INTO sealed_quantity (commitment, pledge_id, contribution_id, min, max, unit, salt, entered_by, entered_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [commitment, pledge, contribution, number.min, number.max, number.unit, salt, actor.id, at],
    );
    return commitment;
  },
  findSealed: (commitments) => selectSealed(q, commitments),
});

const SALT_BYTES = 32;
